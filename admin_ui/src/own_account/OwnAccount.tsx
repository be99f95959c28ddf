import { Administrators } from "../dashboard/Administrators";
import { ProfileBadge } from "../design/Badges";
import { OwnAccountDocument, type OwnAccountQuery } from "../gql/graphql";
import { shownDay } from "../i18n/dates";
import { shownPhone } from "../i18n/phone";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { Page } from "../layout/Page";
import { useOwn } from "../service/queries";
import { ChangePassword } from "./ChangePassword";
import { Sessions } from "./Sessions";
import "../dashboard/dashboard.css";
import "./own_account.css";

type Own = NonNullable<OwnAccountQuery["viewer"]["account"]>;

/** Mon compte: what is known of oneself, whom to ask, the password, the open sessions. */
export function OwnAccount() {
  const t = wordsOf("own_account");
  const { data, error, isError, refetch } = useOwn(OwnAccountDocument, {});
  const account = data?.viewer.account;
  return (
    <Page title={t("title")} crumbs={[{ label: wordsOf("app")("dashboard"), to: "/" }]}>
      {isError && !account ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {account ? (
        <div className="boards">
          <div className="stack">
            <OwnDetails account={account} />
            <Administrators of={account.employer} />
          </div>
          <div className="stack">
            <ChangePassword />
            <Sessions sessions={data.viewer.sessions} />
          </div>
        </div>
      ) : null}
    </Page>
  );
}

function OwnDetails({ account }: { account: Own }) {
  const t = wordsOf("own_account");
  const g = wordsOf("glossary");
  const facts = [
    [g("field.civility"), g(`civilityLong.${account.civility}`)],
    [g("field.lastName"), account.lastName],
    [g("field.firstName"), account.firstName],
    [g("field.email"), account.email],
    [g("field.phone"), shownPhone(account.phone)],
    [g("field.department"), account.department],
    [g("field.professionalAddress"), account.professionalAddress.join(", ")],
    [t("until"), shownDay(account.expiresOn)],
  ] as const;
  return (
    <section className="card padded stack" aria-labelledby="details">
      <h2 id="details">{t("details")}</h2>
      <p className="row">
        <span className="mono">{account.identifier}</span>
        <ProfileBadge profile={account.profile} />
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet small">{name}</dt>
            <dd>{value || <span className="quiet">{t("none")}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t("askAdministrator")}</p>
    </section>
  );
}
