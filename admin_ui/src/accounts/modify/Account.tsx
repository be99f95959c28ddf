import { getRouteApi, useNavigate, useRouter } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { Button, ButtonLink } from "../../design/Button";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { OneAccountDocument, type WholeFragment } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { useEmployer } from "../../service/viewer";
import type { BulkAction } from "../bulk/actions";
import { BulkDialog } from "../bulk/BulkDialog";
import { AccountSummary } from "./AccountSummary";
import { Editor } from "./Editor";
import type { AccountSearch } from "./search";
import "./account.css";

const route = getRouteApi("/inside/comptes/$identifier");

/** One account: its rights, its details, its history (G, two tabs). */
export function Account() {
  const t = wordsOf("accounts/modify");
  const { identifier } = route.useParams();
  const employer = useEmployer();
  const { data, error, isError, refetch } = useServiceQuery(OneAccountDocument, { identifier });
  const account = data?.account;
  if (isError && !account) {
    return (
      <Page title={t("title")} crumbs={breadcrumb()}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (data === undefined) {
    return (
      <Page title={t("title")} crumbs={breadcrumb()}>
        <Loading />
      </Page>
    );
  }
  if (!account) {
    return (
      <Page title={t("unknown")} lead={t("unknownText")} crumbs={breadcrumb()}>
        {null}
      </Page>
    );
  }
  if (employer && employer.id !== account.employer.id) return <AccountElsewhere account={account} />;
  return <LoadedAccount key={account.id} account={account} />;
}

/** An account is shown, and changed, only under its own employer (E5). */
function AccountElsewhere({ account: { identifier, employer } }: { account: WholeFragment }) {
  const t = wordsOf("accounts/modify");
  const name = `${employer.name} ${employer.contractNumber}`;
  return (
    <Page title={t("elsewhere")} lead={t("elsewhereText", { identifier, name })} crumbs={breadcrumb()}>
      <div className="row">
        <ButtonLink
          to="/comptes/$identifier"
          params={{ identifier }}
          search={{ etablissement: employer.contractNumber }}
          variant="primary"
        >
          {t("openElsewhere", { name })}
        </ButtonLink>
      </div>
    </Page>
  );
}

function LoadedAccount({ account }: { account: WholeFragment }) {
  const t = wordsOf("accounts/modify");
  const g = wordsOf("glossary");
  const search = route.useSearch();
  const navigate = useNavigate();
  const { identifier } = account;
  const setSearch = (next: AccountSearch, replace = true) =>
    void navigate({
      to: "/comptes/$identifier",
      params: { identifier },
      search: next,
      replace,
      resetScroll: false,
    });
  const { action, ...withoutDialog } = search;
  const openDialog = (next: BulkAction) => setSearch({ ...withoutDialog, action: next }, false);
  return (
    <Page
      title={`${g(`civility.${account.civility}`)} ${account.firstName} ${account.lastName}`}
      part={t(`tabs.${search.onglet ?? "droits"}`)}
      lead={<AccountSummary account={account} onAction={openDialog} />}
      crumbs={breadcrumb()}
    >
      <BackToList />
      <Editor account={account} search={search} setSearch={setSearch} />
      {action ? (
        <BulkDialog
          action={action}
          input={{ ids: [account.id] }}
          employer={account.employer}
          count={1}
          onClose={() => setSearch(withoutDialog)}
          onDone={() => setSearch(withoutDialog)}
        />
      ) : null}
    </Page>
  );
}

/**
 * Goes back in the browser's history, to the list as it was; to a new list after opening the page directly.
 */
function BackToList() {
  const router = useRouter();
  const navigate = useNavigate();
  const back = () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: "/comptes" }));
  return (
    <div className="no-print">
      <Button variant="quiet" onPress={back} icon={<ChevronLeft size={18} aria-hidden />}>
        {wordsOf("glossary")("screen.accounts")}
      </Button>
    </div>
  );
}

function breadcrumb() {
  const g = wordsOf("glossary");
  return [
    { label: g("screen.dashboard"), to: "/" as const },
    { label: g("screen.accounts"), to: "/comptes" as const },
  ];
}
