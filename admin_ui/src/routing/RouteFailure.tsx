import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Link } from "../design/Link";
import { Page } from "../design/page/Page";
import { StandaloneScreen } from "../design/page/StandaloneScreen";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";

/** The page of an unknown URL. */
export function NotFound() {
  const t = wordsOf("routing");
  return (
    <StandaloneScreen>
      <Page title={t("notFound.title")} lead={t("notFound.text")}>
        <p>
          <Link to="/">{t("notFound.home")}</Link>
        </p>
      </Page>
    </StandaloneScreen>
  );
}

/** For a route outside the shell, or for the shell itself. */
export function StandaloneRouteFailure(props: ErrorComponentProps) {
  return (
    <StandaloneScreen>
      <RouteFailure {...props} />
    </StandaloneScreen>
  );
}

/** For a route inside the shell. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const t = wordsOf("routing");
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t("failureTitle")}>
      <Failure error={error} onRetry={retry} />
    </Page>
  );
}
