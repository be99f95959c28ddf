import { Link, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { Notice } from "../design/Notice";
import { wordsOf } from "../i18n/words";
import { Alone } from "../layout/Alone";
import { Page } from "../layout/Page";
import { queryClient, viewer } from "../service/queries";
import { SignInForm } from "./SignInForm";

/** Connexion. Leads back to where one was going. */
export function SignIn() {
  const t = wordsOf("sign_in");
  const navigate = useNavigate();
  const { vers } = useSearch({ from: "/connexion" });
  const { identifier, done } = useLocation().state;
  const goIn = async () => {
    queryClient.clear();
    await queryClient.fetchQuery(viewer());
    const href = vers?.startsWith("/") && !vers.startsWith("//") ? vers : "/";
    if (href.startsWith("/graphiql")) return window.location.replace(href); // a page of its own
    await navigate({ href, replace: true });
  };
  return (
    <Alone>
      <Page title={t("title")} lead={t("required")}>
        {done ? (
          <Notice look="success" alert>
            <p>{done}</p>
          </Notice>
        ) : null}
        <div className="card padded stack">
          <SignInForm identifier={identifier ?? ""} onSignedIn={() => void goIn()} />
          <Link to="/mot-de-passe-oublie">{t("forgotten")}</Link>
        </div>
      </Page>
    </Alone>
  );
}
