import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "../../design/Button";
import { Loading } from "../../design/Loading";
import { AccountHistoryDocument } from "../../gql/graphql";
import { HistoryEntries } from "../../history/HistoryEntries";
import { wordsOf } from "../../i18n/words";
import { execute } from "../../service/client";
import { Failure } from "../../service/Failure";

const PAGE_SIZE = 20;

export function AccountHistory({ identifier }: { identifier: string }) {
  const t = wordsOf("accounts/modify");
  const pages = useInfiniteQuery({
    queryKey: ["account history", identifier],
    queryFn: ({ pageParam, signal }) =>
      execute(AccountHistoryDocument, { identifier, first: PAGE_SIZE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ account }) =>
      account?.history.pageInfo.hasNextPage ? account.history.pageInfo.endCursor : null,
  });
  const nodes = pages.data?.pages.flatMap(({ account }) => account?.history.nodes ?? []) ?? [];
  return (
    <div className="card padded stack">
      {pages.isError ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <Loading /> : null}
      <HistoryEntries nodes={nodes} showAccount={false} />
      {pages.hasNextPage ? (
        <div>
          <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {t("older")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
