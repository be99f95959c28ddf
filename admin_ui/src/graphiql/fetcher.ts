/** Requests of GraphiQL: with the text of an operation, rather than the id of a persisted document. */
import { type DocumentNode, getOperationAST } from "graphql";
import { language } from "../i18n/language";
import { type GraphQLResponse, responsesOf } from "./eventStream";

type GraphQLRequest = { query: string; variables?: unknown; operationName?: string | null };

type HeaderFields = Record<string, string>;

/** `headers` are those typed in GraphiQL, such as a partner's key. */
type FetcherOptions = { headers?: HeaderFields; documentAST?: DocumentNode };

/** A response; for a subscription, a sequence of responses. */
export function fetcher(request: GraphQLRequest, { headers, documentAST }: FetcherOptions = {}) {
  const operation = documentAST && getOperationAST(documentAST, request.operationName);
  if (operation?.operation !== "subscription") return send(request, headers);
  return responsesOf((signal) => post(request, { ...headers, accept: "text/event-stream" }, signal));
}

async function send(request: GraphQLRequest, headers?: HeaderFields): Promise<GraphQLResponse> {
  return (await post(request, headers)).json();
}

function post(
  { query, variables, operationName }: GraphQLRequest,
  headers?: HeaderFields,
  signal?: AbortSignal,
) {
  // Just after a change of tab, GraphiQL still sends the operation name of the previous tab.
  const named = operationName && new RegExp(`\\b${operationName}\\b`).test(query) ? { operationName } : {};
  return fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language(), ...headers },
    body: JSON.stringify({ query, variables, ...named }),
    ...(signal ? { signal } : {}),
  });
}

/** The id of an administrator's employer, for the examples; empty for anyone else. */
export async function employerId(): Promise<string> {
  const { data } = (await send({ query: "{ viewer { employers { id } } }" })) as {
    data?: { viewer: { employers: { id: string }[] } };
  };
  return data?.viewer.employers[0]?.id ?? "";
}
