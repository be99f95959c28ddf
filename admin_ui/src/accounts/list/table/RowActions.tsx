import { Pencil } from "lucide-react";
import { Link } from "../../../design/Link";
import type { RowFragment } from "../../../gql/graphql";
import { wordsOf } from "../../../i18n/words";
import { ACTION_ICONS, type BulkAction, stateOf } from "../../bulk/actions";
import { buttonText } from "../../bulk/names";
import { GuardedButton } from "./GuardedButton";

/** Shown in every row of a list; the others only where the service allows them. */
const ALWAYS_SHOWN: readonly BulkAction[] = ["renouveler", "supprimer"];
const SHOWN_IF_ALLOWED: readonly BulkAction[] = ["inviter", "deverrouiller", "restaurer"];

/** The icon buttons of one account; `name` is the holder's. */
export function RowActions({
  account,
  name,
  onAction,
}: {
  account: RowFragment;
  name: string;
  onAction: (action: BulkAction, id: string) => void;
}) {
  const t = wordsOf("accounts/list");
  const isAllowed = (action: BulkAction) => stateOf(account.actions, action)?.allowed;
  const isDeleted = account.status === "DELETED";
  const actions = [...(isDeleted ? [] : ALWAYS_SHOWN), ...SHOWN_IF_ALLOWED.filter(isAllowed)];
  return (
    <span className="row-buttons">
      {isDeleted ? null : (
        <Link
          className="button quiet icon-only"
          to="/comptes/$identifier"
          params={{ identifier: account.identifier }}
          aria-label={t("forWhom", { action: t("modify"), name })}
          data-tooltip={t("modify")}
        >
          <Pencil size={18} aria-hidden />
        </Link>
      )}
      {actions.map((action) => {
        const Icon = ACTION_ICONS[action];
        return (
          <GuardedButton
            key={action}
            label={t("forWhom", { action: buttonText(action, 1), name })}
            tooltip={buttonText(action, 1)}
            state={stateOf(account.actions, action)}
            icon={<Icon size={18} aria-hidden />}
            onPress={() => onAction(action, account.id)}
          />
        );
      })}
    </span>
  );
}
