import type { OutcomeFragment } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";

const MAX_NAMES = 5;
type Result = OutcomeFragment["results"][number];

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
            <span className="quiet small">
              {accounts.slice(0, MAX_NAMES).map(displayName).join(", ")}
              {accounts.length > MAX_NAMES
                ? `, ${t("andMore", { shown: formatNumber(accounts.length - MAX_NAMES) })}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function displayName({ account, id }: Result): string {
  return account ? `${account.firstName} ${account.lastName} (${account.identifier})` : id;
}

function groupByReason(results: Result[]): Map<string, Result[]> {
  const reasons = new Map<string, Result[]>();
  for (const result of results) {
    const reason = result.errors.map(({ message }) => message).join(" ");
    reasons.set(reason, [...(reasons.get(reason) ?? []), result]);
  }
  return reasons;
}
