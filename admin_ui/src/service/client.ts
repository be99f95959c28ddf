/** One way to the service: an operation by its document id, an answer or an AskError. */
import type { TypedDocumentString } from "../gql/graphql";
import { language } from "../i18n/language";
import { hear, tell } from "./tabs";

export type Refusal = { code: string; field?: string[] | null; message: string };

/** Why there is no answer. `offline`: nothing came back; `signedOut`; `refused`; `failed`: the service's fault. */
export class AskError extends Error {
  constructor(
    readonly kind: "offline" | "signedOut" | "refused" | "failed",
    message: string,
    readonly code: string | null = null,
    readonly reference: string | null = null,
  ) {
    super(message);
    this.name = "AskError";
  }
}

type Answer<R> = {
  data?: R | null;
  errors?: { message: string; extensions?: { code?: string; reference?: string } }[];
};

/** When the service last answered this browser: each answer puts the end of the session off (P5).
 * `ahead`: how far its clock is ahead of ours. Both in milliseconds. */
export const lastAnswer = { at: Date.now(), ahead: 0 };
hear((told) => {
  if (told.kind === "answered") lastAnswer.at = Math.max(lastAnswer.at, told.at);
});

/** Asks the service. Errors: AskError. Refusals in a payload's `errors` are data, save NOT_SIGNED_IN. */
export async function ask<R, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<R> {
  const [answer, request] = await fetched<R>(document.__meta__?.hash as string, variables, signal);
  const error = answer.errors?.[0];
  if (error) throw fromError(error.message, { reference: request, ...error.extensions });
  if (!answer.data) throw new AskError("failed", "", null, request);
  const lost = Object.values(answer.data as Record<string, unknown>).some(isSignedOut);
  if (lost) throw new AskError("signedOut", "", "NOT_SIGNED_IN");
  return answer.data;
}

/** The answer, and the reference of the request, which the log has too. */
async function fetched<R>(
  documentId: string,
  variables: unknown,
  signal?: AbortSignal,
): Promise<[Answer<R>, string]> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language() },
      body: JSON.stringify({ documentId, variables }),
      signal: signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new AskError("offline", "");
  }
  const request = response.headers.get("x-request-id") ?? "";
  if (response.ok) noted(response);
  try {
    return [(await response.json()) as Answer<R>, request];
  } catch {
    throw new AskError("failed", "", String(response.status), request);
  }
}

function noted(response: Response): void {
  lastAnswer.at = Date.now();
  lastAnswer.ahead = Date.parse(response.headers.get("date") ?? "") - lastAnswer.at || 0;
  tell({ kind: "answered", at: lastAnswer.at });
}

function fromError(message: string, extensions: { code?: string; reference?: string }): AskError {
  const { code = null, reference = null } = extensions;
  if (code === "NOT_SIGNED_IN") return new AskError("signedOut", message, code);
  if (code === "INTERNAL" || code === "UNAVAILABLE") return new AskError("failed", message, code, reference);
  return new AskError("refused", message, code);
}

function isSignedOut(payload: unknown): boolean {
  const errors = (payload as { errors?: Refusal[] } | null)?.errors;
  return Array.isArray(errors) && errors.some((error) => error.code === "NOT_SIGNED_IN");
}
