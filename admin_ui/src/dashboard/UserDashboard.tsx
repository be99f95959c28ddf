import { Loading } from "../design/Loading";
import { Administrators } from "../employers/Administrators";
import { OwnDeskDocument } from "../gql/graphql";
import { formatDay } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useViewerQuery } from "../service/queries";

/** The dashboard of a user without administration: rights, expiry date, administrators. */
export function UserDashboard() {
  const t = wordsOf("dashboard");
  const g = wordsOf("glossary");
  const { data, error, isError, refetch } = useViewerQuery(OwnDeskDocument, {});
  const account = data?.viewer.account;
  if (isError && !account) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!account) return <Loading />;
  const heldRights = account.rights.filter(({ level }) => level !== "NONE");
  return (
    <div className="boards">
      <section className="card padded stack" aria-labelledby="rights">
        <h2 id="rights">{t("yourRights")}</h2>
        <p>{t("yourAccount", { day: formatDay(account.expiresOn) })}</p>
        {heldRights.length === 0 ? <p className="quiet">{t("noRights")}</p> : null}
        <ul className="points">
          {heldRights.map(({ service, level }) => (
            <li key={service.code}>
              {service.label} : <strong>{g(`level.${level}`)}</strong>
            </li>
          ))}
        </ul>
      </section>
      <Administrators employer={account.employer} />
    </div>
  );
}
