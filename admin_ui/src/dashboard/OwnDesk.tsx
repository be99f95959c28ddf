import { OwnDeskDocument } from "../gql/graphql";
import { shownDay } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { useOwn } from "../service/queries";
import { Administrators } from "./Administrators";

/** What users see: what is open to them, until when, and who their administrators are. */
export function OwnDesk() {
  const t = wordsOf("dashboard");
  const g = wordsOf("glossary");
  const { data, error, isError, refetch } = useOwn(OwnDeskDocument, {});
  const account = data?.viewer.account;
  if (isError && !account) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!account) return null;
  const held = account.rights.filter(({ level }) => level !== "NONE");
  return (
    <div className="boards">
      <section className="card padded stack" aria-labelledby="rights">
        <h2 id="rights">{t("yourRights")}</h2>
        <p>{t("yourAccount", { day: shownDay(account.expiresOn) })}</p>
        {held.length === 0 ? <p className="quiet">{t("noRights")}</p> : null}
        <ul className="points">
          {held.map(({ service, level }) => (
            <li key={service.code}>
              {service.label} : <strong>{g(`level.${level}`)}</strong>
            </li>
          ))}
        </ul>
      </section>
      <Administrators of={account.employer} />
    </div>
  );
}
