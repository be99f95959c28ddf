import { X } from "lucide-react";
import { Button } from "../../../design/Button";
import { formatNumber } from "../../../i18n/formats";
import { wordsOf } from "../../../i18n/words";
import { ACTION_ICONS, type BulkAction } from "../../bulk/actions";
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
  pageLength,
  areDeleted,
  onAction,
}: {
  selection: Selection;
  scope: AccountsSearch["choix"];
  total: number | undefined;
  pageLength: number;
  areDeleted: boolean;
  onAction: (action: BulkAction) => void;
}) {
  const t = wordsOf("accounts/list");
  const a = wordsOf("accounts/bulk");
  const { count, hidden } = selection;
  const actions: readonly BulkAction[] = areDeleted ? ["restaurer"] : ACTIONS;
  const offered = actions.filter((action) => isOffered(action, scope === "tout", count));
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
