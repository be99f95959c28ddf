import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Brand } from "../app/Brand";
import { Page } from "../app/Page";
import { queryClient, viewer } from "../app/queries";
import { wordsOf } from "../i18n/words";
import { SignInForm } from "./SignInForm";

/** Connexion. Leads back to where one was going. */
export function SignIn() {
  const t = wordsOf("sign_in");
  const navigate = useNavigate();
  const { vers } = useSearch({ from: "/connexion" });
  const goIn = async () => {
    queryClient.clear();
    await queryClient.fetchQuery(viewer());
    await navigate({ href: vers?.startsWith("/") && !vers.startsWith("//") ? vers : "/" });
  };
  return (
    <main className="alone">
      <Brand />
      <Page title={t("title")} lead={t("required")}>
        <div className="card padded stack">
          <SignInForm onSignedIn={() => void goIn()} />
          <Link to="/mot-de-passe-oublie">{t("forgotten")}</Link>
        </div>
      </Page>
    </main>
  );
}
