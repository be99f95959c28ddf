import { Link } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { ProfileBadge, StatusBadge } from "../design/Badges";
import { ButtonLink } from "../design/Button";
import { Checkbox } from "../design/fields";
import { Hint } from "../design/Hint";
import type { RowFragment } from "../gql/graphql";
import { shownDay, shownDayOf } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { GuardedButton } from "./GuardedButton";
import type { Verb } from "./search";
import { ACTION_OF, ICONS } from "./verbs";

/** In every row; the others only in rows where they can be done. */
const ALWAYS: readonly Verb[] = ["renouveler", "supprimer"];
const SOMETIMES: readonly Verb[] = ["inviter", "deverrouiller", "restaurer"];

export function Row({
  account,
  chosen,
  onToggle,
  onAct,
}: {
  account: RowFragment;
  chosen: boolean;
  onToggle: () => void;
  onAct: (verb: Verb) => void;
}) {
  const t = wordsOf("accounts");
  const g = wordsOf("glossary");
  const name = `${account.firstName} ${account.lastName}`;
  const isAllowed = (verb: Verb) =>
    account.actions.some((one) => one.action === ACTION_OF[verb] && one.allowed);
  const gone = account.status === "DELETED";
  const verbs = [...(gone ? [] : ALWAYS), ...SOMETIMES.filter(isAllowed)];
  return (
    <tr className={chosen ? "chosen" : ""}>
      <td className="tick">
        <Checkbox aria-label={t("select", { name })} isSelected={chosen} onChange={onToggle} />
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
        {shownDay(account.expiresOn)}
      </td>
      <td data-label={g("field.lastSignInAt")} className="figures">
        {account.lastSignInAt ? shownDayOf(account.lastSignInAt) : t("never")}
      </td>
      <td className="row-actions">
        <span className="row-buttons">
          {gone ? null : (
            <Hint text={t("modify")}>
              <ButtonLink
                look="quiet"
                className="icon-only"
                to="/comptes/$identifier"
                params={{ identifier: account.identifier }}
                aria-label={t("forWhom", { action: t("modify"), name })}
                icon={<Pencil size={18} aria-hidden />}
              />
            </Hint>
          )}
          {verbs.map((verb) => {
            const Icon = ICONS[verb];
            return (
              <GuardedButton
                key={verb}
                label={t("forWhom", { action: t(`verb.${verb}`), name })}
                hint={t(`verb.${verb}`)}
                action={account.actions.find((one) => one.action === ACTION_OF[verb])}
                icon={<Icon size={18} aria-hidden />}
                onPress={() => onAct(verb)}
              />
            );
          })}
        </span>
      </td>
    </tr>
  );
}
