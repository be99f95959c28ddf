import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { type NamedAccount, namesOf } from "./names";

const MAX_NAMES = 10;

export type RefusedAccount = NamedAccount & { errors: { message: string }[] };

/** The accounts that the action refuses, grouped by reason, in the service's words; `title` introduces them. */
export function RefusedAccounts({ title, results }: { title?: string; results: readonly RefusedAccount[] }) {
  const t = wordsOf("accounts/bulk");
  const refused = results.filter((result) => result.errors.length > 0);
  if (refused.length === 0) return null;
  return (
    <div className="refused">
      <p>{title ?? t("willRefuse", { count: refused.length, shown: formatNumber(refused.length) })}</p>
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

function groupByReason(results: RefusedAccount[]): Map<string, RefusedAccount[]> {
  const reasons = new Map<string, RefusedAccount[]>();
  for (const result of results) {
    const reason = result.errors.map(({ message }) => message).join(" ");
    const accounts = reasons.get(reason) ?? [];
    accounts.push(result);
    reasons.set(reason, accounts);
  }
  return reasons;
}
