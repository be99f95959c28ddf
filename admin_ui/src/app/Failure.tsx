import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { wordsOf } from "../i18n/words";
import { AskError } from "./client";
import { Page } from "./Page";

/** An unknown address is a page, not a blank. */
export function NotFound() {
  const t = wordsOf("app");
  return (
    <div className="alone">
      <Page title={t("notFound.title")} lead={t("notFound.text")}>
        <p>
          <Link to="/">{t("notFound.home")}</Link>
        </p>
      </Page>
    </div>
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
    <div className="alone">
      <Page title={t("failure.title")}>
        <Failure error={error} onRetry={again} />
      </Page>
    </div>
  );
}

/** What went wrong, in words, with the reference that the log has too, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = wordsOf("app");
  return (
    <Notice look="danger" alert>
      <p>{useFailureWords(error)}</p>
      {onRetry ? (
        <p>
          <Button onPress={onRetry}>{t("failure.retry")}</Button>
        </p>
      ) : null}
    </Notice>
  );
}

export function useFailureWords(error: unknown): string {
  const t = wordsOf("app");
  if (!(error instanceof AskError)) return t("failure.failed");
  if (error.kind === "offline") return t("failure.offline");
  return error.message || t("failure.failed");
}
