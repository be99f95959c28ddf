import { memo } from "react";
import { ProfileBadge, StatusBadge } from "../../../design/Badges";
import { Checkbox } from "../../../design/fields/Checkbox";
import { Link } from "../../../design/Link";
import type { RowFragment } from "../../../gql/graphql";
import { formatDay, formatDayOf } from "../../../i18n/formats";
import { wordsOf } from "../../../i18n/words";
import type { BulkAction } from "../../bulk/actions";
import { isDead } from "../../invitation";
import type { FieldLabels } from "./columns";
import { RowActions } from "./RowActions";

/** Memoised: selecting one row renders that row and no other. */
export const AccountRow = memo(function AccountRow({
  account,
  labels,
  isSelected,
  onToggle,
  onAction,
}: {
  account: RowFragment;
  labels: FieldLabels;
  isSelected: boolean;
  onToggle: (id: string) => void;
  onAction: (action: BulkAction, id: string) => void;
}) {
  const t = wordsOf("accounts/list");
  const g = wordsOf("glossary");
  const name = `${account.firstName} ${account.lastName}`;
  return (
    <tr className={isSelected ? "chosen" : ""}>
      <td className="tick">
        <Checkbox
          aria-label={t("select", { name })}
          checked={isSelected}
          onChange={() => onToggle(account.id)}
        />
      </td>
      <td className="civility" data-label={labels.civility}>
        {g(`civility.${account.civility}`)}
      </td>
      <td className="last-name" data-label={labels.lastName}>
        <Link className="strong" to="/comptes/$identifier" params={{ identifier: account.identifier }}>
          {account.lastName}
        </Link>
      </td>
      <td className="first-name" data-label={labels.firstName}>
        {account.firstName}
      </td>
      <td className="identifier mono" data-label={labels.identifier}>
        {account.identifier}
      </td>
      <td className="department" data-label={labels.department}>
        {account.department}
      </td>
      <td className={`profile ${account.profile}`} data-label={labels.profile}>
        <ProfileBadge profile={account.profile} />
      </td>
      <td className="status" data-label={labels.status}>
        <StatusBadge status={account.status} />
        {account.locked ? <span className="badge danger">{t("locked")}</span> : null}
        {account.status === "PENDING" && account.invitation && isDead(account.invitation.state) ? (
          <span className="badge danger">{g(`invitation.${account.invitation.state}`)}</span>
        ) : null}
      </td>
      <td className="expiry figures" data-label={labels.expiresOn}>
        {formatDay(account.expiresOn)}
      </td>
      <td className="last-sign-in figures" data-label={labels.lastSignInAt}>
        {account.lastSignInAt ? formatDayOf(account.lastSignInAt) : t("never")}
      </td>
      <td className="row-actions">
        <RowActions account={account} name={name} onAction={onAction} />
      </td>
    </tr>
  );
});
