import { ProfileBadge } from "../design/Badges";
import { Loading } from "../design/Loading";
import { Page } from "../design/page/Page";
import { Administrators } from "../employers/Administrators";
import { OwnAccountDocument, type OwnAccountQuery } from "../gql/graphql";
import { formatDay } from "../i18n/formats";
import { formatPhone } from "../i18n/phone";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useViewerQuery } from "../service/queries";
import { ChangePassword } from "./ChangePassword";
import { Sessions } from "./Sessions";
import "./own_account.css";
import "./words";

type OwnAccountDetails = NonNullable<OwnAccountQuery["viewer"]["account"]>;

/** One's own account: details, administrators, password, open sessions. */
export function OwnAccount() {
  const t = wordsOf("own_account");
  const { data, error, isError, refetch } = useViewerQuery(OwnAccountDocument, {});
  const account = data?.viewer.account;
  return (
    <Page title={t("title")} crumbs={[{ label: wordsOf("glossary")("screen.dashboard"), to: "/" }]}>
      {isError && !account ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {account || isError ? null : <Loading />}
      {account ? (
        <div className="boards">
          <div className="stack">
            <OwnDetails account={account} />
            <Administrators employer={account.employer} />
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

function OwnDetails({ account }: { account: OwnAccountDetails }) {
  const t = wordsOf("own_account");
  const g = wordsOf("glossary");
  const facts = [
    [g("field.civility"), g(`civilityLong.${account.civility}`)],
    [g("field.lastName"), account.lastName],
    [g("field.firstName"), account.firstName],
    [g("field.email"), account.email],
    [g("field.phone"), formatPhone(account.phone)],
    [g("field.department"), account.department],
    [g("field.professionalAddress"), account.professionalAddress.join(", ")],
    [t("until"), formatDay(account.expiresOn)],
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
