/** The service, asked in GraphQL's own words rather than by the id of a trusted document. */
import { language } from "../i18n/language";

type Asked = { query: string; variables?: unknown; operationName?: string | null };

type HeaderFields = Record<string, string>;

/** `headers` are those that were typed beside the question, such as a partner's key. */
export async function send(
  { query, variables, operationName }: Asked,
  { headers }: { headers?: HeaderFields } = {},
): Promise<Record<string, unknown>> {
  // Just after a change of tab GraphiQL still names the operation of the tab before.
  const named = operationName && new RegExp(`\\b${operationName}\\b`).test(query) ? { operationName } : {};
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language(), ...headers },
    body: JSON.stringify({ query, variables, ...named }),
  });
  return response.json();
}

/** Of an administrator: what the examples are filled with. Empty for others, and for strangers. */
export async function employerId(): Promise<string> {
  const { data } = (await send({ query: "{ viewer { employers { id } } }" })) as {
    data?: { viewer: { employers: { id: string }[] } };
  };
  return data?.viewer.employers[0]?.id ?? "";
}
