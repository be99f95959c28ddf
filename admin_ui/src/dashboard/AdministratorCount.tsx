import { ProfileBadge } from "../design/Badges";
import { Link } from "../design/Link";
import { formatNumber } from "../i18n/formats";
import { wordsOf } from "../i18n/words";

/** How many active administrators the employer has, with the way to their accounts (V2). */
export function AdministratorCount({ count }: { count: number }) {
  const t = wordsOf("dashboard");
  return (
    <section className="stack" aria-labelledby="administrator-count">
      <h2 id="administrator-count">{t("administrators")}</h2>
      <Link className="card tile" to="/comptes" search={{ profil: "ADMINISTRATOR", statut: "ACTIVE" }}>
        <span className="tile-count figures">{formatNumber(count)}</span>
        <ProfileBadge profile="ADMINISTRATOR" />
      </Link>
    </section>
  );
}
