import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { wordsOf } from "../i18n/words";
import { AskError } from "../service/client";
import { Alone } from "./Alone";
import { Page } from "./Page";

/** An unknown address is a page, not a blank. */
export function NotFound() {
  const t = wordsOf("app");
  return (
    <Alone>
      <Page title={t("notFound.title")} lead={t("notFound.text")}>
        <p>
          <Link to="/">{t("notFound.home")}</Link>
        </p>
      </Page>
    </Alone>
  );
}

/** Where nothing stands around the screen that failed. */
export function FailureAlone(props: ErrorComponentProps) {
  return (
    <Alone>
      <RouteFailure {...props} />
    </Alone>
  );
}

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const t = wordsOf("app");
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t("failure.title")}>
      <Failure error={error} onRetry={again} />
    </Page>
  );
}

/** What went wrong, in words, with the reference that the log has too, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = wordsOf("app");
  return (
    <Notice look="danger" alert>
      <p>{failureWords(error)}</p>
      {onRetry ? (
        <p>
          <Button onPress={onRetry}>{t("failure.retry")}</Button>
        </p>
      ) : null}
    </Notice>
  );
}

/** The service's own words where it has some, and its reference, unless they name it already. */
export function failureWords(error: unknown): string {
  const t = wordsOf("app");
  if (!(error instanceof AskError)) return t(navigator.onLine ? "failure.failed" : "failure.offline");
  if (error.kind === "offline") return t("failure.offline");
  const { message = "", reference } = error;
  const words = message || t("failure.failed");
  const named = error.kind !== "failed" || !reference || message.includes(reference);
  return named ? words : `${words} ${t("failure.reference", { reference })}`;
}
