import { ProfileBadge, StatusBadge } from "../../design/Badges";
import { Button } from "../../design/Button";
import { EmailLink, PhoneLink } from "../../design/ContactLinks";
import { Notice } from "../../design/Notice";
import type { WholeFragment } from "../../gql/graphql";
import { daysUntil, formatDay, formatDayOf, formatMoment } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { ACTION_ICONS, type BulkAction, stateOf } from "../bulk/actions";
import { buttonText } from "../bulk/names";
import { IdentifierActions } from "../details/IdentifierActions";
import { isDead } from "../invitation";

const ACTIONS: readonly BulkAction[] = [
  "renouveler",
  "inviter",
  "deverrouiller",
  "reinitialiser",
  "deconnecter",
  "supprimer",
  "restaurer",
];

/**
 * Identifier, profile, status, expiry, contacts and invitation of the account, the actions on it as a whole, and
 * the ways to pass its identifier on.
 */
export function AccountSummary({
  account,
  onAction,
}: {
  account: WholeFragment;
  onAction: (action: BulkAction) => void;
}) {
  const t = wordsOf("accounts/modify");
  const modification = account.actions.find(({ action }) => action === "MODIFY");
  return (
    <div className="stack">
      <p className="row head-facts">
        <span className="mono">{account.identifier}</span>
        <ProfileBadge profile={account.profile} />
        <StatusBadge status={account.status} />
        {account.locked ? <span className="badge danger">{t("locked")}</span> : null}
        <span>{expiryText(account.expiresOn)}</span>
        <span>
          {account.lastSignInAt
            ? t("lastSignIn", { day: formatDayOf(account.lastSignInAt) })
            : t("neverSignedIn")}
        </span>
      </p>
      <p className="row head-facts">
        <EmailLink email={account.email} />
        {account.phone ? <PhoneLink phone={account.phone} /> : null}
      </p>
      <Invitation account={account} />
      {modification && !modification.allowed && modification.refusal ? (
        <Notice variant="warning" title={modification.refusal.message} />
      ) : null}
      <div className="row no-print">
        {ACTIONS.filter((action) => stateOf(account.actions, action)?.allowed).map((action) => {
          const Icon = ACTION_ICONS[action];
          return (
            <Button
              key={action}
              variant={action === "supprimer" ? "danger" : "secondary"}
              icon={<Icon size={18} aria-hidden />}
              onPress={() => onAction(action)}
            >
              {buttonText(action, 1)}
            </Button>
          );
        })}
        {account.status === "DELETED" ? null : <IdentifierActions identifier={account.identifier} />}
      </div>
    </div>
  );
}

function Invitation({ account: { invitation, status } }: { account: WholeFragment }) {
  const t = wordsOf("accounts/modify");
  const g = wordsOf("glossary");
  if (!invitation || status !== "PENDING") return null;
  const { state, expiresAt, failure } = invitation;
  const isProblem = isDead(state);
  return (
    <Notice variant={isProblem ? "warning" : "info"}>
      <p>
        {g(`invitation.${state}`)}
        {isProblem ? "" : `, ${t("until", { day: formatMoment(expiresAt) })}`}
      </p>
      {failure ? <p>{t("failure", { reason: failure })}</p> : null}
    </Notice>
  );
}

const MAX_DAYS_AS_COUNTDOWN = 90;

function expiryText(day: string): string {
  const t = wordsOf("accounts/modify");
  const daysLeft = daysUntil(day);
  if (daysLeft < 0) return t("expired", { day: formatDay(day) });
  if (daysLeft === 0) return t("expiresToday");
  if (daysLeft > MAX_DAYS_AS_COUNTDOWN) return t("expiresOn", { day: formatDay(day) });
  return t("expiresIn", { count: daysLeft, day: formatDay(day) });
}
