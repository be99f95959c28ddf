import { X } from "lucide-react";
import { Button } from "../../../design/Button";
import type { RowFragment } from "../../../gql/graphql";
import { formatNumber } from "../../../i18n/formats";
import { wordsOf } from "../../../i18n/words";
import { ACTION_ICONS, type BulkAction, stateOf } from "../../bulk/actions";
import { isOffered, MAX_BULK_MATCHES } from "../../bulk/limits";
import { buttonText } from "../../bulk/names";
import type { AccountsSearch } from "../search";
import { useStickyHeight } from "../table/useStickyHeight";
import { SelectedAccounts } from "./SelectedAccounts";
import type { Selection } from "./useSelection";

const ACTIONS: readonly BulkAction[] = ["renouveler", "inviter", "supprimer"];

/**
 * The number and scope of the selected accounts (R2), and the actions on them; stays in sight while there are
 * any.
 */
export function BulkBar({
  selection,
  scope,
  total,
  rows,
  isMandate,
  areDeleted,
  onAction,
}: {
  selection: Selection;
  scope: AccountsSearch["choix"];
  total: number | undefined;
  rows: readonly RowFragment[];
  /** Whether the viewer acts under a mandate, which may not allow an action on any account. */
  isMandate: boolean;
  areDeleted: boolean;
  onAction: (action: BulkAction) => void;
}) {
  const t = wordsOf("accounts/list");
  const a = wordsOf("accounts/bulk");
  const { count, hidden } = selection;
  const pageLength = rows.length;
  const reasonOf = (action: BulkAction) => (isMandate ? commonRefusal(rows, action) : null);
  const actions: readonly BulkAction[] = areDeleted ? ["restaurer"] : ACTIONS;
  const offered = actions.filter((action) => isOffered(action, scope === "tout", count));
  const [reason] = offered.flatMap((action) => reasonOf(action) ?? []);
  const canSelectAll = scope === "page" && total !== undefined && total > pageLength;
  return (
    <div className={`bulk ${count > 0 ? "" : "idle"}`} ref={useStickyHeight(count > 0)}>
      <p role="status">
        {count > 0 ? (
          <>
            <strong>{t("selected", { count, shown: formatNumber(count) })}</strong>{" "}
            {scope === "tout"
              ? t("ofTheSearch")
              : scope === "page" && count === pageLength
                ? t("onThisPage")
                : ""}
            {hidden.length > 0
              ? ` ${t("hidden", { count: hidden.length, shown: formatNumber(hidden.length) })}`
              : ""}
          </>
        ) : total === undefined ? (
          " "
        ) : (
          t("count", { count: total, shown: formatNumber(total) })
        )}
        {offered.length < actions.length ? (
          <span className="limited small">{a("limited", { shown: formatNumber(MAX_BULK_MATCHES) })}</span>
        ) : null}
        {count > 0 && reason ? (
          <span className="limited small" id="bulk-reason">
            {reason}
          </span>
        ) : null}
      </p>
      {count > 0 ? (
        <div className="row">
          {hidden.length > 0 ? <SelectedAccounts selection={selection} /> : null}
          {canSelectAll ? (
            <Button variant="quiet" className="select-all" onPress={selection.selectAll}>
              {t("selectAll", { shown: formatNumber(total) })}
            </Button>
          ) : null}
          {offered.map((action) => {
            const Icon = ACTION_ICONS[action];
            if (reasonOf(action)) {
              return (
                <button
                  key={action}
                  type="button"
                  className="button secondary"
                  aria-disabled="true"
                  aria-describedby="bulk-reason"
                >
                  <Icon size={18} aria-hidden />
                  <span className="label">{buttonText(action, count)}</span>
                </button>
              );
            }
            return (
              <Button
                key={action}
                variant={action === "supprimer" ? "danger" : "secondary"}
                icon={<Icon size={18} aria-hidden />}
                onPress={() => onAction(action)}
              >
                <span className="label">{buttonText(action, count)}</span>
              </Button>
            );
          })}
          <Button variant="quiet" icon={<X size={18} aria-hidden />} onPress={selection.clear}>
            <span className="label">{t("deselect")}</span>
          </Button>
        </div>
      ) : pageLength > 0 ? (
        <Button variant="quiet" className="select-page" onPress={selection.selectPage}>
          {t("selectAllShort")}
        </Button>
      ) : null}
    </div>
  );
}

/**
 * Why an action is refused on every account of the page with the same reason, as it is beyond the scope of a mandate;
 * null where it is allowed on one.
 */
function commonRefusal(rows: readonly RowFragment[], action: BulkAction): string | null {
  const messages = new Set(rows.map(({ actions }) => stateOf(actions, action)?.refusal?.message ?? null));
  const [message] = messages;
  return messages.size === 1 && message ? message : null;
}
