import type { Verb } from "../accounts/search";
import { ACTION_OF, ICONS } from "../accounts/verbs";
import { ProfileBadge, StatusBadge } from "../design/Badges";
import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import type { WholeFragment } from "../gql/graphql";
import { daysUntil, shownDay, shownDayOf, shownMoment } from "../i18n/dates";
import { wordsOf } from "../i18n/words";

const VERBS: readonly Verb[] = ["renouveler", "inviter", "deverrouiller", "supprimer", "restaurer"];

/** Who it is, where the account stands, what can be done to it as a whole, and why not where it cannot be. */
export function Head({ account, onAct }: { account: WholeFragment; onAct: (verb: Verb) => void }) {
  const t = wordsOf("account");
  const a = wordsOf("accounts");
  const state = (verb: Verb) => account.actions.find((one) => one.action === ACTION_OF[verb]);
  const editing = account.actions.find((one) => one.action === "MODIFY");
  return (
    <div className="stack">
      <p className="row head-facts">
        <span className="mono">{account.identifier}</span>
        <ProfileBadge profile={account.profile} />
        <StatusBadge status={account.status} />
        {account.locked ? <span className="badge danger">{t("locked")}</span> : null}
        <span>{expiry(account.expiresOn)}</span>
        <span>
          {account.lastSignInAt
            ? t("lastSignIn", { day: shownDayOf(account.lastSignInAt) })
            : t("neverSignedIn")}
        </span>
      </p>
      <Invitation account={account} />
      {editing && !editing.allowed && editing.refusal ? (
        <Notice look="warning" title={editing.refusal.message} />
      ) : null}
      <div className="row no-print">
        {VERBS.filter((verb) => state(verb)?.allowed).map((verb) => {
          const Icon = ICONS[verb];
          return (
            <Button
              key={verb}
              look={verb === "supprimer" ? "danger" : "secondary"}
              icon={<Icon size={18} aria-hidden />}
              onPress={() => onAct(verb)}
            >
              {a(`verb.${verb}`)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function Invitation({ account: { invitation, status } }: { account: WholeFragment }) {
  const t = wordsOf("account");
  const g = wordsOf("glossary");
  if (!invitation || status !== "PENDING") return null;
  const { state, expiresAt, failure } = invitation;
  const bad = state === "FAILED" || state === "LAPSED";
  return (
    <Notice look={bad ? "warning" : "info"}>
      <p>
        {g(`invitation.${state}`)}
        {bad ? "" : `, ${t("until", { day: shownMoment(expiresAt) })}`}
      </p>
      {failure ? <p>{t("failure", { reason: failure })}</p> : null}
    </Notice>
  );
}

const SOON = 90;

function expiry(day: string): string {
  const t = wordsOf("account");
  const left = daysUntil(day);
  if (left < 0) return t("expired", { day: shownDay(day) });
  if (left === 0) return t("expiresToday");
  if (left > SOON) return t("expiresOn", { day: shownDay(day) });
  return t("expiresIn", { count: left, day: shownDay(day) });
}
