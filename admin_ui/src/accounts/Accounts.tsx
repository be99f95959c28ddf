import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { History as HistoryIcon, Plus } from "lucide-react";
import { Button, ButtonLink } from "../design/Button";
import { ExportLink } from "../design/ExportLink";
import { AccountsCountDocument, AccountsDocument } from "../gql/graphql";
import { todayInParis } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { Page } from "../layout/Page";
import { useAsk } from "../service/queries";
import { useEmployer } from "../service/viewer";
import { AccountsTable } from "./AccountsTable";
import { BulkBar } from "./BulkBar";
import { BulkDialog } from "./BulkDialog";
import { Pager } from "./Pager";
import { pageVariables } from "./page";
import { type AccountsSearch, fromTheStart, matching, orderOf } from "./search";
import { Toolbar } from "./Toolbar";
import { useSelection } from "./useSelection";
import "./accounts.css";

const route = getRouteApi("/inside/comptes");

/** Gestion des comptes, for administrators (G). */
export function Accounts() {
  const employer = useEmployer();
  if (!employer) return <NotYours />;
  return <OfEmployer key={employer.id} employerId={employer.id} />;
}

function NotYours() {
  const t = wordsOf("accounts");
  return (
    <Page title={t("title")} lead={t("notYours")} crumbs={[{ label: wordsOf("app")("dashboard"), to: "/" }]}>
      {null}
    </Page>
  );
}

function OfEmployer({ employerId }: { employerId: string }) {
  const t = wordsOf("accounts");
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (next: AccountsSearch, replace = false) =>
    void navigate({ to: "/comptes", search: next, replace, resetScroll: false });
  const wanted = matching(search, todayInParis());
  const orderBy = orderOf(search);
  const page = useAsk(AccountsDocument, pageVariables(employerId, search));
  const counted = useAsk(AccountsCountDocument, {
    employerId,
    ...wanted,
    by: search.grouper ?? "STATUS",
    grouped: Boolean(search.grouper),
  });
  const accounts = page.data?.employer?.accounts;
  const rows = accounts?.nodes ?? [];
  const total = counted.data?.employer?.accounts.totalCount;
  const setScope = (choix: AccountsSearch["choix"]) => {
    const { choix: _, ...rest } = search;
    go(choix ? { ...rest, choix } : rest, true);
  };
  const selection = useSelection(rows, total ?? 0, search.choix, setScope);
  const { action, compte, ...closed } = search;
  const ids = compte ? [compte] : selection.ids;
  const isFiltered = Boolean(search.recherche || search.statut || search.profil || search.echeance);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      crumbs={[{ label: wordsOf("app")("dashboard"), to: "/" }]}
      actions={
        <>
          <ExportLink list="comptes" variables={{ employerId, ...wanted, orderBy }} />
          <ButtonLink to="/historique" icon={<HistoryIcon size={18} aria-hidden />}>
            {t("history")}
          </ButtonLink>
          <ButtonLink to="/comptes/nouveau" look="primary" icon={<Plus size={18} aria-hidden />}>
            {t("create")}
          </ButtonLink>
        </>
      }
    >
      <div className="card">
        <Toolbar search={search} go={(next) => go(next, true)} />
        <BulkBar
          selection={selection}
          scope={search.choix}
          total={total}
          shown={rows.length}
          deleted={search.statut === "DELETED"}
          onAct={(verb) => go({ ...closed, action: verb })}
        />
        {page.isError ? <Failure error={page.error} onRetry={() => void page.refetch()} /> : null}
        {accounts && rows.length === 0 ? (
          <Empty isFiltered={isFiltered} onClear={() => go(fromTheStart(cleared(search), {}))} />
        ) : (
          <AccountsTable
            rows={rows}
            groups={counted.data?.employer?.accounts.groups}
            search={search}
            selection={selection}
            stale={page.isPlaceholderData || page.isPending}
            go={(next) => go(next)}
            onAct={(verb, id) => go({ ...closed, action: verb, compte: id })}
          />
        )}
        {accounts && rows.length > 0 ? (
          <Pager info={accounts.pageInfo} total={total} search={search} go={(next) => go(next)} />
        ) : null}
      </div>
      {action && (ids === null || ids.length > 0) ? (
        <BulkDialog
          verb={action}
          input={ids ? { ids } : { matching: { employerId, ...wanted } }}
          count={compte ? 1 : selection.count}
          onClose={() => go(closed, true)}
          onDone={() => {
            if (!compte) selection.clear();
            const { choix: _, ...rest } = closed;
            go(compte ? closed : rest, true);
          }}
        />
      ) : null}
    </Page>
  );
}

function Empty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = wordsOf("accounts");
  return (
    <div className="empty">
      <h2>{t(isFiltered ? "emptyTitle" : "startTitle")}</h2>
      <p className="quiet">{t(isFiltered ? "emptyText" : "startText")}</p>
      {isFiltered ? <Button onPress={onClear}>{t("clear")}</Button> : null}
    </div>
  );
}

function cleared(search: AccountsSearch): AccountsSearch {
  const { recherche: _1, dans: _2, statut: _3, profil: _4, echeance: _5, ...rest } = search;
  return rest;
}
