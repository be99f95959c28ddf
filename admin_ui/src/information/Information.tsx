import type { ReactNode } from "react";
import { Link } from "../design/Link";
import { Page } from "../design/page/Page";
import { StandaloneScreen } from "../design/page/StandaloneScreen";
import { wordsOf } from "../i18n/words";
import "./words";

/** How personal data are used: the page that invitations link to (C2). */
export function PersonalData() {
  const t = wordsOf("information");
  return (
    <Information title={t("personalData.title")}>
      {(["what", "who", "howLong", "requests"] as const).map((part) => (
        <p key={part}>{t(`personalData.${part}`)}</p>
      ))}
    </Information>
  );
}

/** A page to read, for anyone. */
function Information({ title, children }: { title: string; children: ReactNode }) {
  return (
    <StandaloneScreen>
      <Page title={title}>
        {children}
        <Link to="/connexion">{wordsOf("sign_in")("title")}</Link>
      </Page>
    </StandaloneScreen>
  );
}
