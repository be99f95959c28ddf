import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Select } from "../../design/fields/Select";
import { Link } from "../../design/Link";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { SearchField } from "../../design/SearchField";
import { EmployersDocument } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { useEmployer } from "../../service/viewer";
import { StartTour } from "../renewal/StartTour";
import { EmployerItem } from "./EmployerItem";
import { ForwardPager } from "./ForwardPager";
import { People } from "./People";
import { type EmployersSearch, fromFirstPage } from "./search";
import "./list.css";
import "./words";

const route = getRouteApi("/inside/employeurs");
const PAGE_SIZE = 25;
const SORTS = ["due", "nom"] as const;

/** Across all employers that the user administers, to look at (E2): what is due in each, and where a person is. */
export function Employers() {
  const t = wordsOf("employers/list");
  const employer = useEmployer();
  const search = route.useSearch();
  const navigate = useNavigate();
  const setSearch = (next: EmployersSearch, replace = false) =>
    void navigate({ to: "/employeurs", search: next, replace, resetScroll: false });
  const tab = search.onglet ?? "employers";
  return (
    <Page
      title={t("title")}
      part={search.page ? t("page", { page: search.page }) : search.onglet ? t("tabs.personne") : undefined}
      lead={t(employer ? "lead" : "notYours")}
      crumbs={[{ label: wordsOf("glossary")("screen.dashboard"), to: "/" }]}
      actions={employer ? <StartTour search={search.onglet ? undefined : search.recherche} /> : null}
    >
      {employer ? (
        <>
          <nav className="tab-list" aria-label={t("title")}>
            {(["employers", "personne"] as const).map((name) => (
              <Link
                key={name}
                className="tab"
                to="/employeurs"
                search={name === "personne" ? { onglet: name } : {}}
                replace
                resetScroll={false}
                current={name === tab}
              >
                {t(`tabs.${name}`)}
              </Link>
            ))}
          </nav>
          {tab === "personne" ? (
            <People search={search} setSearch={setSearch} />
          ) : (
            <EmployerList search={search} setSearch={setSearch} />
          )}
        </>
      ) : null}
    </Page>
  );
}

export type ListProps = {
  search: EmployersSearch;
  setSearch: (next: EmployersSearch, replace?: boolean) => void;
};

function EmployerList({ search, setSearch }: ListProps) {
  const t = wordsOf("employers/list");
  const { data, isError, error, isPlaceholderData, refetch } = useServiceQuery(EmployersDocument, {
    search: search.recherche ?? null,
    dueFirst: search.tri !== "nom",
    first: PAGE_SIZE,
    after: search.apres ?? null,
  });
  const administered = data?.viewer.administered;
  const count = administered?.totalCount ?? 0;
  return (
    <div className="card">
      <div className="list-toolbar">
        <SearchField
          label={t("search")}
          placeholder={t("searchHint")}
          text={search.recherche ?? ""}
          onChange={(recherche) => setSearch(fromFirstPage(search, { recherche }), true)}
        />
        <Select
          label={t("sort")}
          options={SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          value={search.tri ?? "due"}
          onChange={(tri) => setSearch(fromFirstPage(search, { tri } as EmployersSearch), true)}
        />
      </div>
      {isError ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {administered || isError ? null : <Loading />}
      <p role="status" className="list-count quiet small">
        {administered && !isPlaceholderData ? t("count", { count, shown: formatNumber(count) }) : ""}
      </p>
      {administered?.nodes.length === 0 ? (
        <div className="empty">
          <h2>{t("none")}</h2>
          <p className="quiet">{t("noneText")}</p>
        </div>
      ) : null}
      <ul aria-busy={isPlaceholderData}>
        {administered?.nodes.map((node) => (
          <EmployerItem key={node.employer.id} {...node} />
        ))}
      </ul>
      {administered ? (
        <ForwardPager pageInfo={administered.pageInfo} search={search} setSearch={setSearch} />
      ) : null}
    </div>
  );
}
