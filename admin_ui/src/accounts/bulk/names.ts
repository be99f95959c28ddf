import type { OutcomeFragment } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import type { BulkAction } from "./actions";

export type Result = OutcomeFragment["results"][number];
export type NamedAccount = {
  id: string;
  account?: { identifier: string; lastName: string; firstName: string } | null;
};

/** The text of the button that opens the dialog of an action on so many accounts. */
export function buttonText(action: BulkAction, count: number): string {
  const t = wordsOf("accounts/bulk");
  return action === "renouveler" ? t("renew", { count }) : t(`action.${action}`);
}

/**
 * The names of the accounts, such as "Sara Dupont (SDU000601)": at most `max`, then how many more. `total`: how
 * many accounts there are if `results` are only the first of them.
 */
export function namesOf(results: readonly NamedAccount[], max: number, total = results.length): string[] {
  const t = wordsOf("accounts/bulk");
  const names = results
    .slice(0, max)
    .map(({ account, id }) =>
      account ? `${account.firstName} ${account.lastName} (${account.identifier})` : id,
    );
  const more = total - names.length;
  return more > 0 ? [...names, t("andMore", { shown: formatNumber(more) })] : names;
}
