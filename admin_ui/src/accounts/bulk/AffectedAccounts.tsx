import { formatDay } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import type { BulkAction } from "./actions";
import { namesOf, type Result } from "./names";

const MAX_NAMES = 10;

/** The employer that the action belongs to, which every request names (E5). */
export type BulkEmployer = { id: string; name: string; contractNumber: string };

/**
 * Whom the action concerns, at which employer, and for a renewal until when: from a dry run. `total`: how many
 * accounts it concerns if the dry run was for the first of them only.
 */
export function AffectedAccounts({
  action,
  employer,
  results,
  total,
}: {
  action: BulkAction;
  employer: BulkEmployer;
  results: readonly Result[];
  total?: number;
}) {
  const t = wordsOf("accounts/bulk");
  const affected = results.filter(({ errors }) => errors.length === 0);
  const newExpiry = affected.find(({ account }) => account)?.account?.expiresOn;
  return (
    <>
      <p>
        {t("employer")} <strong>{`${employer.name} ${employer.contractNumber}`}</strong>
      </p>
      {action === "renouveler" && newExpiry ? (
        <p>
          {t("newExpiry")} <strong className="figures">{formatDay(newExpiry)}</strong>
        </p>
      ) : null}
      {affected.length > 0 ? (
        <ul className="points" aria-label={t("affected")}>
          {namesOf(affected, MAX_NAMES, total).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
