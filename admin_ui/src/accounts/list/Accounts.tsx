import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { History as HistoryIcon, Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button, ButtonLink } from "../../design/Button";
import { ExportLink } from "../../design/ExportLink";
import { Page } from "../../design/page/Page";
import { AccountsCountDocument, AccountsDocument } from "../../gql/graphql";
import { todayInParis } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { mayCreate, useEmployer } from "../../service/viewer";
import { BulkActionDialog } from "../bulk/BulkActionDialog";
import { Pager } from "./Pager";
import { pageVariables } from "./pageVariables";
import { type AccountsSearch, criteriaOf, DUE, fromFirstPage, orderByOf } from "./search";
import { BulkBar } from "./selection/BulkBar";
import { useSelection } from "./selection/useSelection";
import { Toolbar } from "./Toolbar";
import { AccountsTable } from "./table/AccountsTable";
import "./accounts.css";

const NextInTour = lazy(async () => ({
  default: (await import("../../employers/renewal/NextInTour")).NextInTour,
}));

const route = getRouteApi("/inside/comptes");

/** The list of an employer's accounts, for administrators (G). */
export function Accounts() {
  const employer = useEmployer();
  if (!employer) return <NotAdministrator />;
  return <AccountsOfEmployer key={employer.id} employer={employer} />;
}

function NotAdministrator() {
  const t = wordsOf("accounts/list");
  return (
    <Page
      title={t("title")}
      lead={t("notYours")}
      crumbs={[{ label: wordsOf("glossary")("screen.dashboard"), to: "/" }]}
    >
      {null}
    </Page>
  );
}

function AccountsOfEmployer({ employer }: { employer: NonNullable<ReturnType<typeof useEmployer>> }) {
  const employerId = employer.id;
  const t = wordsOf("accounts/list");
  const search = route.useSearch();
  const navigate = useNavigate();
  const setSearch = (next: AccountsSearch, replace = false) =>
    void navigate({ to: "/comptes", search: next, replace, resetScroll: false });
  const criteria = criteriaOf(search, todayInParis());
  const orderBy = orderByOf(search);
  const page = useServiceQuery(AccountsDocument, pageVariables(employerId, search));
  const counts = useServiceQuery(AccountsCountDocument, {
    employerId,
    ...criteria,
    by: search.grouper ?? "STATUS",
    grouped: Boolean(search.grouper),
  });
  const accounts = page.data?.employer?.accounts;
  const rows = accounts?.nodes ?? [];
  const total = counts.data?.employer?.accounts.totalCount;
  const setScope = (choix: AccountsSearch["choix"]) => {
    const { choix: _, ...rest } = search;
    setSearch(choix ? { ...rest, choix } : rest, true);
  };
  const selection = useSelection(rows, total ?? 0, search.choix, setScope);
  const { action, compte, ...withoutDialog } = search;
  const ids = compte ? [compte] : selection.ids;
  const otherFilters = Boolean(
    search.recherche || search.statut || search.profil || search.suivi || search.droit,
  );
  const isFiltered = otherFilters || Boolean(search.echeance);
  return (
    <Page
      title={t("title")}
      part={search.page ? t("pageAlone", { page: search.page }) : undefined}
      lead={t("lead")}
      crumbs={[{ label: wordsOf("glossary")("screen.dashboard"), to: "/" }]}
      actions={
        <>
          <ExportLink list="comptes" variables={{ employerId, ...criteria, orderBy }} />
          <ButtonLink to="/historique" icon={<HistoryIcon size={18} aria-hidden />}>
            {t("history")}
          </ButtonLink>
          {mayCreate(employer) ? (
            <ButtonLink to="/comptes/nouveau" variant="primary" icon={<Plus size={18} aria-hidden />}>
              {t("create")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="card">
        <Toolbar employerId={employerId} search={search} setSearch={(next) => setSearch(next, true)} />
        <BulkBar
          selection={selection}
          scope={search.choix}
          total={total}
          rows={rows}
          isMandate={Boolean(employer.mandate)}
          areDeleted={search.statut === "DELETED"}
          onAction={(action) => setSearch({ ...withoutDialog, action })}
        />
        {page.isError ? <Failure error={page.error} onRetry={() => void page.refetch()} /> : null}
        {accounts && rows.length === 0 ? (
          <Empty
            isFiltered={isFiltered}
            isDone={search.echeance === DUE && !otherFilters}
            onClear={() => setSearch(fromFirstPage(withoutFilters(search), {}))}
          />
        ) : (
          <AccountsTable
            rows={rows}
            groups={counts.data?.employer?.accounts.groups}
            search={search}
            selection={selection}
            isStale={page.isPlaceholderData || page.isPending}
            setSearch={(next) => setSearch(next)}
            onAction={(action, id) => setSearch({ ...withoutDialog, action, compte: id })}
          />
        )}
        {accounts && rows.length > 0 ? (
          <Pager
            pageInfo={accounts.pageInfo}
            total={total}
            search={search}
            setSearch={(next) => setSearch(next)}
          />
        ) : null}
      </div>
      {action && (ids ? ids.length > 0 : total !== undefined) ? (
        <BulkActionDialog
          action={action}
          ids={ids}
          matching={{ employerId, ...criteria }}
          employer={employer}
          count={compte ? 1 : selection.count}
          onClose={() => setSearch(withoutDialog, true)}
          onDone={() => {
            if (!compte) selection.clear();
            const { choix: _, ...rest } = withoutDialog;
            setSearch(compte ? withoutDialog : rest, true);
          }}
        />
      ) : null}
    </Page>
  );
}

/** `isDone`: the list is of what is to renew, and nothing is; in a renewal of several employers, the next one follows. */
function Empty({
  isFiltered,
  isDone,
  onClear,
}: {
  isFiltered: boolean;
  isDone: boolean;
  onClear: () => void;
}) {
  const t = wordsOf("accounts/list");
  if (isDone) {
    return (
      <div className="empty">
        <h2>{t("doneTitle")}</h2>
        <p className="quiet">{t("doneText")}</p>
        <Suspense fallback={null}>
          <NextInTour />
        </Suspense>
        <Button onPress={onClear}>{t("seeAll")}</Button>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{t(isFiltered ? "emptyTitle" : "startTitle")}</h2>
      <p className="quiet">{t(isFiltered ? "emptyText" : "startText")}</p>
      {isFiltered ? <Button onPress={onClear}>{t("clear")}</Button> : null}
    </div>
  );
}

function withoutFilters(search: AccountsSearch): AccountsSearch {
  const { recherche: _1, dans: _2, statut: _3, profil: _4, suivi: _5, echeance: _6, ...others } = search;
  const { droit: _7, niveau: _8, ...rest } = others;
  return rest;
}
