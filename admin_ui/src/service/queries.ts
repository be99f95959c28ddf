/** What was read, kept by TanStack Query; every write makes all of it stale. */
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  type QueryKey,
  queryOptions,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { useRef } from "react";
import { type TypedDocumentString, ViewerDocument, type ViewerQuery } from "../gql/graphql";
import { AskError, ask } from "./client";
import { sessionLost } from "./session";

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticed }),
  mutationCache: new MutationCache({ onError: noticed }),
  defaultOptions: {
    // "always": without a connection a request fails at once, in words, and nothing is sent behind one's back.
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      retry: (count, error) => isOffline(error) && count < 2,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

function noticed(error: Error): void {
  if (error instanceof AskError && error.kind === "signedOut") sessionLost.set(true);
}

function isOffline(error: Error): boolean {
  return error instanceof AskError && error.kind === "offline";
}

/** The options of one read, for loaders and for `useQuery`. */
export function asked<R, V>(document: TypedDocumentString<R, V>, variables: V) {
  const queryKey: QueryKey = [document.__meta__?.hash, variables];
  return queryOptions({ queryKey, queryFn: ({ signal }) => ask(document, variables, signal) });
}

export type Viewer = ViewerQuery["viewer"];
export const viewer = () =>
  queryOptions({
    ...asked(ViewerDocument, {}),
    queryFn: async ({ signal, queryKey }) => {
      const read = await ask(ViewerDocument, {}, signal);
      const before = queryClient.getQueryData<ViewerQuery>(queryKey)?.viewer;
      if (before?.account && !read.viewer.account) throw new AskError("signedOut", ""); // the page stays
      return read;
    },
    staleTime: 60_000,
  });

/** Reads; what was shown stays until the next answer has come. */
export function useAsk<R, V>(document: TypedDocumentString<R, V>, variables: V, enabled = true) {
  return useQuery({ ...asked(document, variables), placeholderData: keepPreviousData, enabled });
}

/** Reads what is one's own: without an account behind the cookie, the session has ended. */
export function useOwn<R extends { viewer: { account?: unknown } }, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
) {
  const { queryKey } = asked(document, variables);
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const read = await ask(document, variables, signal);
      if (!read.viewer.account) throw new AskError("signedOut", "");
      return read;
    },
  });
}

/** Writes, one at a time: a second click is no second request. Afterwards whatever is on screen is read again. */
export function useSend<R, V>(document: TypedDocumentString<R, V>) {
  const underWay = useRef(false);
  const sending = useMutation({
    mutationFn: (variables: V) => ask(document, variables),
    onSuccess: () => void queryClient.invalidateQueries(),
    onSettled: () => {
      underWay.current = false;
    },
  });
  const mutate: typeof sending.mutate = (...given) => {
    if (underWay.current) return;
    underWay.current = true;
    sending.mutate(...given);
  };
  return { ...sending, mutate };
}
