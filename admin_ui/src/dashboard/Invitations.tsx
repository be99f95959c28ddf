import { INVITATION_STATES } from "../accounts/invitation";
import { Link } from "../design/Link";
import type { InvitedFragment } from "../gql/graphql";
import { formatNumber } from "../i18n/formats";
import { wordsOf } from "../i18n/words";

type State = (typeof INVITATION_STATES)[number];

/** The invitations of pending accounts by state (C5), those that need an action first; a few names of each. */
export function Invitations({ byState, total }: { byState: Record<State, InvitedFragment>; total: number }) {
  const t = wordsOf("dashboard");
  return (
    <section className="card padded stack" aria-labelledby="invitations">
      <h2 id="invitations">{t("invitations")}</h2>
      {total === 0 ? <p className="quiet">{t("noInvitation")}</p> : null}
      {INVITATION_STATES.map((state) => (
        <InvitationsInState key={state} state={state} accounts={byState[state]} />
      ))}
      {total > 0 ? (
        <Link to="/comptes" search={{ statut: "PENDING" }}>
          {t("seePending")}
        </Link>
      ) : null}
    </section>
  );
}

function InvitationsInState({ state, accounts }: { state: State; accounts: InvitedFragment }) {
  const t = wordsOf("dashboard");
  const g = wordsOf("glossary");
  const { nodes, totalCount } = accounts;
  if (totalCount === 0) return null;
  const more = totalCount - nodes.length;
  return (
    <div>
      <h3>
        <Link to="/comptes" search={{ statut: "PENDING", suivi: state }}>
          {g(`invitation.${state}`)}
        </Link>{" "}
        <span className="quiet figures">{formatNumber(totalCount)}</span>
      </h3>
      <ul className="points">
        {nodes.map(({ id, identifier, firstName, lastName, invitation }) => (
          <li key={id}>
            <Link to="/comptes/$identifier" params={{ identifier }}>
              {firstName} {lastName}
            </Link>
            {invitation?.failure ? <span className="quiet small"> {invitation.failure}</span> : null}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="quiet small">{t("andMore", { shown: formatNumber(more) })}</p> : null}
    </div>
  );
}
