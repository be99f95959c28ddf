import { Link } from "../../design/Link";
import type { EmployersQuery } from "../../gql/graphql";
import { formatDay, formatNumber, formatSiret } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";

type Node = EmployersQuery["viewer"]["administered"]["nodes"][number];

/** An employer with what is due there; each link opens it, on those accounts. */
export function EmployerItem({ employer, mandate, expired, expiring, pending }: Node) {
  const t = wordsOf("employers/list");
  const g = wordsOf("glossary");
  const { name, siret, contractNumber, postalAddress } = employer;
  const at = { etablissement: contractNumber };
  const counts = [
    ["expired", expired, "danger", { ...at, statut: "EXPIRED" }],
    ["expiring", expiring, "warning", { ...at, echeance: "60" }],
    ["pending", pending, "neutral", { ...at, statut: "PENDING" }],
  ] as const;
  const due = counts.filter(([, count]) => count > 0);
  return (
    <li className="employer-item">
      <div>
        <h2>
          <Link to="/comptes" search={at}>
            {name} {contractNumber}
          </Link>
        </h2>
        <p className="quiet small">
          <span className="figures">{formatSiret(siret)}</span> · {postalAddress.at(-1)} ·{" "}
          {mandate
            ? t("until", { scope: g(`scope.${mandate.scope}`), day: formatDay(mandate.endsOn) })
            : t("own")}
        </p>
      </div>
      <p className="row">
        {due.length === 0 ? <span className="quiet small">{t("nothingDue")}</span> : null}
        {due.map(([key, count, variant, search]) => (
          <Link
            key={key}
            className={`badge ${variant}`}
            to="/comptes"
            search={search}
            aria-label={`${t(key, { count, shown: formatNumber(count) })} ${t("at", { name })}`}
          >
            {t(key, { count, shown: formatNumber(count) })}
          </Link>
        ))}
      </p>
    </li>
  );
}
