import { Link } from "../../design/Link";
import { wordsOf } from "../../i18n/words";

/** How what is typed here is used, below a form that anyone can fill in. */
export function PersonalDataNote() {
  const t = wordsOf("registrations/form");
  return (
    <p className="quiet small">
      {t("personalData")} <Link to="/donnees-personnelles">{t("personalDataMore")}</Link>
    </p>
  );
}
