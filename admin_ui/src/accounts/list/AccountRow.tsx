import { Pencil } from "lucide-react";
import { ProfileBadge, StatusBadge } from "../../design/Badges";
import { ButtonLink } from "../../design/Button";
import { Checkbox } from "../../design/fields/Checkbox";
import { Link } from "../../design/Link";
import { WithTooltip } from "../../design/WithTooltip";
import type { RowFragment } from "../../gql/graphql";
import { formatDay, formatDayOf } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { ACTION_ICONS, type BulkAction, stateOf } from "../bulk/actions";
import { GuardedButton } from "./GuardedButton";

/** Shown in every row of a list; the others only where the service allows them. */
const ALWAYS_SHOWN: readonly BulkAction[] = ["renouveler", "supprimer"];
const SHOWN_IF_ALLOWED: readonly BulkAction[] = ["inviter", "deverrouiller", "restaurer"];

export function AccountRow({
  account,
  isSelected,
  onToggle,
  onAction,
}: {
  account: RowFragment;
  isSelected: boolean;
  onToggle: () => void;
  onAction: (action: BulkAction) => void;
}) {
  const t = wordsOf("accounts/list");
  const a = wordsOf("accounts/bulk");
  const g = wordsOf("glossary");
  const name = `${account.firstName} ${account.lastName}`;
  const isAllowed = (action: BulkAction) => stateOf(account.actions, action)?.allowed;
  const isDeleted = account.status === "DELETED";
  const actions = [...(isDeleted ? [] : ALWAYS_SHOWN), ...SHOWN_IF_ALLOWED.filter(isAllowed)];
  return (
    <tr className={isSelected ? "chosen" : ""}>
      <td className="tick">
        <Checkbox aria-label={t("select", { name })} isSelected={isSelected} onChange={onToggle} />
      </td>
      <td data-label={g("field.civility")}>{g(`civility.${account.civility}`)}</td>
      <td data-label={g("field.lastName")}>
        <Link className="strong" to="/comptes/$identifier" params={{ identifier: account.identifier }}>
          {account.lastName}
        </Link>
      </td>
      <td data-label={g("field.firstName")}>{account.firstName}</td>
      <td data-label={g("field.identifier")} className="mono">
        {account.identifier}
      </td>
      <td data-label={g("field.department")}>{account.department}</td>
      <td data-label={g("field.profile")}>
        <ProfileBadge profile={account.profile} />
      </td>
      <td data-label={g("field.status")}>
        <StatusBadge status={account.status} />
        {account.locked ? <span className="badge danger">{t("locked")}</span> : null}
      </td>
      <td data-label={g("field.expiresOn")} className="figures">
        {formatDay(account.expiresOn)}
      </td>
      <td data-label={g("field.lastSignInAt")} className="figures">
        {account.lastSignInAt ? formatDayOf(account.lastSignInAt) : t("never")}
      </td>
      <td className="row-actions">
        <span className="row-buttons">
          {isDeleted ? null : (
            <WithTooltip text={t("modify")}>
              <ButtonLink
                variant="quiet"
                className="icon-only"
                to="/comptes/$identifier"
                params={{ identifier: account.identifier }}
                aria-label={t("forWhom", { action: t("modify"), name })}
                icon={<Pencil size={18} aria-hidden />}
              />
            </WithTooltip>
          )}
          {actions.map((action) => {
            const Icon = ACTION_ICONS[action];
            return (
              <GuardedButton
                key={action}
                label={t("forWhom", { action: a(`action.${action}`), name })}
                tooltip={a(`action.${action}`)}
                state={stateOf(account.actions, action)}
                icon={<Icon size={18} aria-hidden />}
                onPress={() => onAction(action)}
              />
            );
          })}
        </span>
      </td>
    </tr>
  );
}
