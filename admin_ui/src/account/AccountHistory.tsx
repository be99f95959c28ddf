import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "../design/Button";
import { AccountHistoryDocument } from "../gql/graphql";
import { Operations } from "../history/Operations";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { ask } from "../service/client";

const SIZE = 20;

export function AccountHistory({ identifier }: { identifier: string }) {
  const t = wordsOf("account");
  const pages = useInfiniteQuery({
    queryKey: ["account history", identifier],
    queryFn: ({ pageParam, signal }) =>
      ask(AccountHistoryDocument, { identifier, first: SIZE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ account }) =>
      account?.history.pageInfo.hasNextPage ? account.history.pageInfo.endCursor : null,
  });
  const nodes = pages.data?.pages.flatMap(({ account }) => account?.history.nodes ?? []) ?? [];
  return (
    <div className="card padded stack">
      {pages.isError ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      <Operations nodes={nodes} about={false} />
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
