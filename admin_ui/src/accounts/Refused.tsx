import type { OutcomeFragment } from "../gql/graphql";
import { shownNumber } from "../i18n/dates";
import { wordsOf } from "../i18n/words";

const MOST_SHOWN = 5;
type Result = OutcomeFragment["results"][number];

/** Who cannot be done, and why, in the service's words; those of one reason together. */
export function Refused({ results }: { results: Result[] }) {
  const t = wordsOf("accounts");
  const refused = results.filter((one) => one.errors.length > 0);
  if (refused.length === 0) return null;
  return (
    <div className="refused">
      <p>{t("willRefuse", { count: refused.length, shown: shownNumber(refused.length) })}</p>
      <ul>
        {[...byReason(refused)].map(([reason, members]) => (
          <li key={reason}>
            {reason}
            <span className="quiet small">
              {members.slice(0, MOST_SHOWN).map(nameOf).join(", ")}
              {members.length > MOST_SHOWN
                ? `, ${t("andMore", { shown: shownNumber(members.length - MOST_SHOWN) })}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf({ account, id }: Result): string {
  return account ? `${account.firstName} ${account.lastName} (${account.identifier})` : id;
}

function byReason(results: Result[]): Map<string, Result[]> {
  const found = new Map<string, Result[]>();
  for (const result of results) {
    const reason = result.errors.map(({ message }) => message).join(" ");
    found.set(reason, [...(found.get(reason) ?? []), result]);
  }
  return found;
}
