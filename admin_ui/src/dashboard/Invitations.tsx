import { Link } from "../design/Link";
import type { DashboardQuery } from "../gql/graphql";
import { formatNumber } from "../i18n/formats";
import { wordsOf } from "../i18n/words";

type Pending = NonNullable<DashboardQuery["employer"]>["pending"];
const STATES = ["FAILED", "LAPSED", "QUEUED", "SENT"] as const;
const MAX_NAMES = 5;

/** The invitations of pending accounts by state (C5), those that need an action first. */
export function Invitations({ pending }: { pending: Pending }) {
  const t = wordsOf("dashboard");
  const g = wordsOf("glossary");
  const { nodes, totalCount } = pending;
  return (
    <section className="card padded stack" aria-labelledby="invitations">
      <h2 id="invitations">{t("invitations")}</h2>
      {totalCount === 0 ? <p className="quiet">{t("noInvitation")}</p> : null}
      {STATES.map((state) => {
        const accounts = nodes.filter(({ invitation }) => invitation?.state === state);
        if (accounts.length === 0) return null;
        return (
          <div key={state}>
            <h3>
              {g(`invitation.${state}`)}{" "}
              <span className="quiet figures">{formatNumber(accounts.length)}</span>
            </h3>
            <ul className="points">
              {accounts.slice(0, MAX_NAMES).map(({ id, identifier, firstName, lastName, invitation }) => (
                <li key={id}>
                  <Link to="/comptes/$identifier" params={{ identifier }}>
                    {firstName} {lastName}
                  </Link>
                  {invitation?.failure ? <span className="quiet small"> {invitation.failure}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {totalCount > nodes.length ? <p className="quiet">{t("ofTheFirst", { count: nodes.length })}</p> : null}
      {totalCount > 0 ? (
        <Link to="/comptes" search={{ statut: "PENDING" }}>
          {t("seePending")}
        </Link>
      ) : null}
    </section>
  );
}
