import { StatusBadge } from "../../design/Badges";
import { Link } from "../../design/Link";
import { Loading } from "../../design/Loading";
import { SearchField } from "../../design/SearchField";
import { PeopleDocument } from "../../gql/graphql";
import { formatDay } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { ForwardPager } from "./ForwardPager";
import { type EmployersSearch, fromFirstPage } from "./search";

const PAGE_SIZE = 25;

/** Where a person has an account, across the employers; a row opens the account at its employer. */
export function People({
  search,
  setSearch,
}: {
  search: EmployersSearch;
  setSearch: (next: EmployersSearch, replace?: boolean) => void;
}) {
  const t = wordsOf("employers/list");
  const g = wordsOf("glossary");
  const text = search.recherche ?? "";
  const { data, isError, error, isPlaceholderData, refetch } = useServiceQuery(
    PeopleDocument,
    { search: { text }, first: PAGE_SIZE, after: search.apres ?? null },
    text !== "",
  );
  const people = text ? data?.viewer.accounts : undefined;
  const isEmpty = people?.nodes.length === 0;
  return (
    <div className="card">
      <div className="list-toolbar">
        <SearchField
          label={t("person")}
          placeholder={t("personHint")}
          text={text}
          onChange={(recherche) => setSearch(fromFirstPage(search, { recherche }), true)}
        />
      </div>
      {isError ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {text && !people && !isError ? <Loading /> : null}
      <p role="status" className="list-count quiet small">
        {people && !isPlaceholderData ? t("found", { count: people.nodes.length }) : ""}
      </p>
      {isEmpty || !text ? (
        <div className="empty">
          <h2>{t(text ? "nobodyTitle" : "startTitle")}</h2>
          <p className="quiet">{t(text ? "noneText" : "startText")}</p>
        </div>
      ) : null}
      <ul aria-busy={isPlaceholderData}>
        {people?.nodes.map(({ id, identifier, civility, firstName, lastName, employer, ...account }) => (
          <li key={id} className="employer-item">
            <div>
              <h2>
                <Link
                  to="/comptes/$identifier"
                  params={{ identifier }}
                  search={{ etablissement: employer.contractNumber }}
                >
                  {g(`civility.${civility}`)} {firstName} {lastName}
                </Link>
              </h2>
              <p className="quiet small">
                <span className="mono">{identifier}</span> ·{" "}
                {t("at", { name: `${employer.name} ${employer.contractNumber}` })}
                {account.department ? ` · ${account.department}` : null}
              </p>
            </div>
            <p className="row">
              <StatusBadge status={account.status} />
              <span className="small">
                {t(account.status === "EXPIRED" ? "hasExpired" : "expires", {
                  day: formatDay(account.expiresOn),
                })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {people ? <ForwardPager pageInfo={people.pageInfo} search={search} setSearch={setSearch} /> : null}
    </div>
  );
}
