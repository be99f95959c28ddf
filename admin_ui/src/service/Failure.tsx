import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { toast } from "../design/Toasts";
import { wordsOf } from "../i18n/words";
import { ServiceError } from "./client";

/**
 * Why a request failed, as a message, with the id that the service's log holds too, and a button to retry.
 * Nothing for the end of the session, which a dialog of its own says, and which signing in again mends.
 */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = wordsOf("service");
  if (isSessionEnd(error)) return null;
  return (
    <Notice variant="danger" alert>
      <p>{failureText(error)}</p>
      {onRetry ? (
        <p>
          <Button onPress={onRetry}>{t("retry")}</Button>
        </p>
      ) : null}
    </Notice>
  );
}

/** The same as a toast, for what has no place in the page. */
export function toastFailure(error: unknown): void {
  if (!isSessionEnd(error)) toast(failureText(error), "danger");
}

function isSessionEnd(error: unknown): boolean {
  return error instanceof ServiceError && error.kind === "signedOut";
}

/** The service's own message if there is one. A failure adds the request id, unless the message holds it. */
export function failureText(error: unknown): string {
  const t = wordsOf("service");
  if (isSessionEnd(error)) return "";
  if (!(error instanceof ServiceError)) return t(navigator.onLine ? "failed" : "offline");
  if (error.kind === "offline") return t("offline");
  const { message = "", reference } = error;
  const text = message || t("failed");
  const isComplete = error.kind !== "failed" || !reference || message.includes(reference);
  return isComplete ? text : `${text} ${t("reference", { reference })}`;
}
