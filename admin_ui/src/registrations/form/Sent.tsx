import { useLocation } from "@tanstack/react-router";
import { Link } from "../../design/Link";
import { Notice } from "../../design/Notice";
import { StepHeading } from "../../design/page/StepHeading";
import { wordsOf } from "../../i18n/words";

/** What happens next: the same whether or not the employer is registered already (N1). */
export function Sent() {
  const t = wordsOf("registrations/form");
  const { email } = useLocation().state;
  return (
    <section className="card padded step stack">
      <StepHeading>{t("sent.title")}</StepHeading>
      <Notice variant="success" alert>
        <p>{email ? t("sent.emailTo", { email }) : t("sent.email")}</p>
      </Notice>
      <h3>{t("sent.next")}</h3>
      <ol className="points">
        <li>{t("sent.confirm")}</li>
        <li>{t("sent.operator")}</li>
        <li>{t("sent.letter")}</li>
        <li>{t("sent.code")}</li>
        <li>{t("sent.invitation")}</li>
      </ol>
      <p className="quiet">{t("sent.nothing")}</p>
      <Link to="/connexion">{wordsOf("sign_in")("title")}</Link>
    </section>
  );
}
