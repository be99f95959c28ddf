import { useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { Link } from "../design/Link";
import { Notice } from "../design/Notice";
import { Page } from "../design/page/Page";
import { StandaloneScreen } from "../design/page/StandaloneScreen";
import { wordsOf } from "../i18n/words";
import { queryClient, viewerQuery } from "../service/queries";
import { SignInForm } from "./SignInForm";

/** The sign-in screen. Afterwards leads to the URL that was requested first (`vers`). */
export function SignIn() {
  const t = wordsOf("sign_in");
  const navigate = useNavigate();
  const { vers } = useSearch({ from: "/connexion" });
  const { identifier, done } = useLocation().state;
  const continueToTarget = async () => {
    queryClient.clear();
    await queryClient.fetchQuery(viewerQuery());
    // A path of this site only: "//" would start the URL of another.
    const href = vers?.startsWith("/") && !vers.startsWith("//") ? vers : "/";
    // GraphiQL is a page of its own, not a route of the panel.
    if (href.startsWith("/graphiql")) return window.location.replace(href);
    await navigate({ href, replace: true });
  };
  return (
    <StandaloneScreen>
      <Page title={t("title")} lead={t("required")}>
        {done ? (
          <Notice variant="success" alert>
            <p>{done}</p>
          </Notice>
        ) : null}
        <div className="card padded stack">
          <SignInForm identifier={identifier ?? ""} onSignedIn={() => void continueToTarget()} />
          <Link to="/mot-de-passe-oublie">{t("forgotten")}</Link>
          <p>
            {t("notRegistered")} <Link to="/inscription">{t("register")}</Link>
          </p>
          <Link to="/succession">{t("administratorLeft")}</Link>
        </div>
      </Page>
    </StandaloneScreen>
  );
}
