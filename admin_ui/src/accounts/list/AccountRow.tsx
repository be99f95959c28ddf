import { memo } from "react";
import { ProfileBadge, StatusBadge } from "../../design/Badges";
import { Checkbox } from "../../design/fields/Checkbox";
import { Link } from "../../design/Link";
import type { RowFragment } from "../../gql/graphql";
import { formatDay, formatDayOf } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import type { BulkAction } from "../bulk/actions";
import { RowActions } from "./RowActions";

/** Memoised: selecting one row renders that row and no other. */
export const AccountRow = memo(function AccountRow({
  account,
  isSelected,
  onToggle,
  onAction,
}: {
  account: RowFragment;
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
        <RowActions account={account} name={name} onAction={onAction} />
      </td>
    </tr>
  );
});
