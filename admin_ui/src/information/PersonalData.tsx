import { Link } from "../design/Link";
import { Page } from "../design/page/Page";
import { StandaloneScreen } from "../design/page/StandaloneScreen";
import { wordsOf } from "../i18n/words";

const PARTS = ["what", "why", "who", "howLong", "rights", "cookie"] as const;

/** How personal data are used: the page that invitations link to (C2). */
export function PersonalData() {
  const t = wordsOf("information");
  return (
    <StandaloneScreen>
      <Page title={t("personalData.title")} lead={t("personalData.lead")}>
        {PARTS.map((part) => (
          <section key={part} className="stack">
            <h2>{t(`personalData.${part}Title`)}</h2>
            <p>{t(`personalData.${part}`)}</p>
          </section>
        ))}
        <Link to="/connexion">{t("signIn")}</Link>
      </Page>
    </StandaloneScreen>
  );
}
