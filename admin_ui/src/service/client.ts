/**
 * The only way to call the service: an operation by its document id; the result is its data or a
 * ServiceError.
 */
import type { TypedDocumentString } from "../gql/graphql";
import { language } from "../i18n/language";
import { counted } from "./requests";
import { publish, subscribe } from "./tabs";

/** Why the service refused an item or a field, as data of a payload. `message` is in the user's language. */
export type Refusal = { code: string; field?: string[] | null; message: string };

/**
 * Why a request has no data.
 * `offline`: no response arrived; `signedOut`: there is no session; `refused`: the whole request was refused;
 * `failed`: an error of the service. `reference` is the request id, which the service's log holds too;
 * `retryAfter`: the seconds after which the service accepts requests again, if it says so.
 */
export class ServiceError extends Error {
  constructor(
    readonly kind: "offline" | "signedOut" | "refused" | "failed",
    message: string,
    readonly code: string | null = null,
    readonly reference: string | null = null,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = "ServiceError";
  }
}

type GraphQLResponse<Data> = {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; reference?: string } }[];
};

const PANEL_ENDPOINT = "/graphql";
let endpoint = PANEL_ENDPOINT;

/** For the operators' pages: their endpoint has a session of its own, which the panel's tabs do not share. */
export function sendTo(url: string): void {
  endpoint = url;
}

/** When the service last responded to any tab of this browser: each response extends the session (P5).
 * `clockOffset`: how far the service's clock is ahead of this machine's. Both in milliseconds. */
export const lastResponse = { at: Date.now(), clockOffset: 0 };
subscribe((message) => {
  if (message.kind === "responded") lastResponse.at = Math.max(lastResponse.at, message.at);
});

/**
 * Executes an operation and returns its data.
 * Refusals in a payload's `errors` are data, except NOT_SIGNED_IN, which is thrown.
 * Throws ServiceError, or the AbortError of `signal`.
 */
export async function execute<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const [response, requestId, retryAfter] = await counted(() =>
    post<Data>(document.__meta__?.hash as string, variables, signal),
  );
  const error = response.errors?.[0];
  if (error) throw errorFrom(error.message, { reference: requestId, retryAfter, ...error.extensions });
  if (!response.data) throw new ServiceError("failed", "", null, requestId);
  const payloads = Object.values(response.data as Record<string, unknown>);
  if (payloads.some(isSignedOut)) throw new ServiceError("signedOut", "", "NOT_SIGNED_IN");
  return response.data;
}

/** The response, the id of the request, and the response's Retry-After in seconds. */
async function post<Data>(
  documentId: string,
  variables: unknown,
  signal?: AbortSignal,
): Promise<[GraphQLResponse<Data>, string, number | null]> {
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language() },
      body: JSON.stringify({ documentId, variables }),
      signal: signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServiceError("offline", "");
  }
  const requestId = response.headers.get("x-request-id") ?? "";
  const retryAfter = Number(response.headers.get("retry-after")) || null;
  if (response.ok) recordResponse(response);
  try {
    return [(await response.json()) as GraphQLResponse<Data>, requestId, retryAfter];
  } catch {
    throw new ServiceError("failed", "", String(response.status), requestId);
  }
}

function recordResponse(response: Response): void {
  lastResponse.at = Date.now();
  lastResponse.clockOffset = Date.parse(response.headers.get("date") ?? "") - lastResponse.at || 0;
  if (endpoint === PANEL_ENDPOINT) publish({ kind: "responded", at: lastResponse.at });
}

function errorFrom(
  message: string,
  extensions: { code?: string; reference?: string; retryAfter: number | null },
): ServiceError {
  const { code = null, reference = null, retryAfter } = extensions;
  if (code === "NOT_SIGNED_IN") return new ServiceError("signedOut", message, code);
  if (code === "INTERNAL" || code === "UNAVAILABLE")
    return new ServiceError("failed", message, code, reference, retryAfter);
  return new ServiceError("refused", message, code, null, retryAfter);
}

function isSignedOut(payload: unknown): boolean {
  const errors = (payload as { errors?: Refusal[] } | null)?.errors;
  return Array.isArray(errors) && errors.some((error) => error.code === "NOT_SIGNED_IN");
}
