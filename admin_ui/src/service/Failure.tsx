import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { wordsOf } from "../i18n/words";
import { ServiceError } from "./client";

/**
 * Why a request failed, as a message, with the id that the service's log holds too, and a button to retry.
 */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = wordsOf("service");
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

/** The service's own message if there is one. A failure adds the request id, unless the message holds it. */
export function failureText(error: unknown): string {
  const t = wordsOf("service");
  if (!(error instanceof ServiceError)) return t(navigator.onLine ? "failed" : "offline");
  if (error.kind === "offline") return t("offline");
  const { message = "", reference } = error;
  const text = message || t("failed");
  const isComplete = error.kind !== "failed" || !reference || message.includes(reference);
  return isComplete ? text : `${text} ${t("reference", { reference })}`;
}
