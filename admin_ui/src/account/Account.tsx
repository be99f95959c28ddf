import { getRouteApi, useNavigate, useRouter } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { BulkDialog } from "../accounts/BulkDialog";
import type { Verb } from "../accounts/search";
import { Button } from "../design/Button";
import { OneAccountDocument, type WholeFragment } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { Page } from "../layout/Page";
import { useAsk } from "../service/queries";
import { Editor } from "./Editor";
import { Head } from "./Head";
import type { AccountSearch } from "./search";
import "./account.css";

const route = getRouteApi("/inside/comptes/$identifier");

/** Un compte: its rights, its details, its history (G, two tabs). */
export function Account() {
  const t = wordsOf("account");
  const { identifier } = route.useParams();
  const { data, error, isError, refetch } = useAsk(OneAccountDocument, { identifier });
  const account = data?.account;
  if (isError && !account) {
    return (
      <Page title={t("title")} crumbs={crumbs()}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (data === undefined) return null;
  if (!account) {
    return (
      <Page title={t("unknown")} lead={t("unknownText")} crumbs={crumbs()}>
        {null}
      </Page>
    );
  }
  return <Known key={account.id} account={account} />;
}

function Known({ account }: { account: WholeFragment }) {
  const g = wordsOf("glossary");
  const search = route.useSearch();
  const navigate = useNavigate();
  const { identifier } = account;
  const go = (next: AccountSearch, replace = true) =>
    void navigate({
      to: "/comptes/$identifier",
      params: { identifier },
      search: next,
      replace,
      resetScroll: false,
    });
  const { action, ...closed } = search;
  const act = (verb: Verb) => go({ ...closed, action: verb }, false);
  return (
    <Page
      title={`${g(`civility.${account.civility}`)} ${account.firstName} ${account.lastName}`}
      lead={<Head account={account} onAct={act} />}
      crumbs={crumbs()}
    >
      <BackToTheList />
      <Editor account={account} search={search} go={go} />
      {action ? (
        <BulkDialog
          verb={action}
          input={{ ids: [account.id] }}
          count={1}
          onClose={() => go(closed)}
          onDone={() => go(closed)}
        />
      ) : null}
    </Page>
  );
}

/** To the list as it was, if that is where one comes from. */
function BackToTheList() {
  const router = useRouter();
  const navigate = useNavigate();
  const back = () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: "/comptes" }));
  return (
    <div className="no-print">
      <Button look="quiet" onPress={back} icon={<ChevronLeft size={18} aria-hidden />}>
        {wordsOf("app")("accounts")}
      </Button>
    </div>
  );
}

function crumbs() {
  const t = wordsOf("app");
  return [
    { label: t("dashboard"), to: "/" as const },
    { label: t("accounts"), to: "/comptes" as const },
  ];
}
