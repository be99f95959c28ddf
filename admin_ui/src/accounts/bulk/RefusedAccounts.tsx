import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { namesOf, type Result } from "./names";

const MAX_NAMES = 10;

/** The accounts that the action will refuse, grouped by reason, in the service's words. */
export function RefusedAccounts({ results }: { results: Result[] }) {
  const t = wordsOf("accounts/bulk");
  const refused = results.filter((result) => result.errors.length > 0);
  if (refused.length === 0) return null;
  return (
    <div className="refused">
      <p>{t("willRefuse", { count: refused.length, shown: formatNumber(refused.length) })}</p>
      <ul>
        {[...groupByReason(refused)].map(([reason, accounts]) => (
          <li key={reason}>
            {reason}
            <span className="quiet small">{namesOf(accounts, MAX_NAMES).join(", ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function groupByReason(results: Result[]): Map<string, Result[]> {
  const reasons = new Map<string, Result[]>();
  for (const result of results) {
    const reason = result.errors.map(({ message }) => message).join(" ");
    reasons.set(reason, [...(reasons.get(reason) ?? []), result]);
  }
  return reasons;
}
