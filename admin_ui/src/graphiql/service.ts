/** The service, asked in GraphQL's own words rather than by the id of a trusted document. */
import { type DocumentNode, getOperationAST } from "graphql";
import { language } from "../i18n/language";
import { type Answer, follow } from "./following";

type Asked = { query: string; variables?: unknown; operationName?: string | null };

type HeaderFields = Record<string, string>;

/** `headers` are those that were typed beside the question, such as a partner's key. */
type Beside = { headers?: HeaderFields; documentAST?: DocumentNode };

/** One answer; of a subscription, one after the other. */
export function fetcher(asked: Asked, { headers, documentAST }: Beside = {}) {
  const operation = documentAST && getOperationAST(documentAST, asked.operationName);
  if (operation?.operation !== "subscription") return send(asked, headers);
  return follow((signal) => post(asked, { ...headers, accept: "text/event-stream" }, signal));
}

async function send(asked: Asked, headers?: HeaderFields): Promise<Answer> {
  return (await post(asked, headers)).json();
}

function post({ query, variables, operationName }: Asked, headers?: HeaderFields, signal?: AbortSignal) {
  // Just after a change of tab GraphiQL still names the operation of the tab before.
  const named = operationName && new RegExp(`\\b${operationName}\\b`).test(query) ? { operationName } : {};
  return fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language(), ...headers },
    body: JSON.stringify({ query, variables, ...named }),
    ...(signal ? { signal } : {}),
  });
}

/** Of an administrator: what the examples are filled with. Empty for others, and for strangers. */
export async function employerId(): Promise<string> {
  const { data } = (await send({ query: "{ viewer { employers { id } } }" })) as {
    data?: { viewer: { employers: { id: string }[] } };
  };
  return data?.viewer.employers[0]?.id ?? "";
}
