/**
 * Queries and mutations through TanStack Query, which caches what was read; every mutation makes all of it
 * stale.
 */
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
import {
  ActingForDocument,
  type TypedDocumentString,
  ViewerDocument,
  type ViewerQuery,
} from "../gql/graphql";
import { execute, ServiceError } from "./client";
import { sessionEnded } from "./sessionEnded";

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: detectSessionEnd, onSuccess: detectLostEmployer }),
  mutationCache: new MutationCache({ onError: detectSessionEnd }),
  defaultOptions: {
    // "always": without a connection a request fails at once with a message, and is not queued and sent later
    // without the user's knowledge.
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      retry: (count, error) => isOffline(error) && count < 2,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

function detectSessionEnd(error: Error): void {
  if (error instanceof ServiceError && error.kind === "signedOut") sessionEnded.set(true);
}

/**
 * Access to an employer may end while its screen is open, when a mandate ends: a response without the employer, or
 * the account, has the employer of the tab read again, and the shell says so.
 */
function detectLostEmployer(data: unknown): void {
  const { employer, account } = (data ?? {}) as { employer?: unknown; account?: unknown };
  if (employer !== null && account !== null) return;
  void queryClient.invalidateQueries({ queryKey: [ActingForDocument.__meta__?.hash] });
}

function isOffline(error: Error): boolean {
  return error instanceof ServiceError && error.kind === "offline";
}

/** The options of a query, for route loaders and for `useQuery`. */
export function queryFor<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) {
  const queryKey: QueryKey = [document.__meta__?.hash, variables];
  return queryOptions({ queryKey, queryFn: ({ signal }) => execute(document, variables, signal) });
}

export type Viewer = ViewerQuery["viewer"];

/**
 * The options of the query for the current user. Once a user was read, a response without one is
 * "signedOut".
 */
export const viewerQuery = () =>
  queryOptions({
    ...queryFor(ViewerDocument, {}),
    queryFn: async ({ signal, queryKey }) => {
      const data = await execute(ViewerDocument, {}, signal);
      const previous = queryClient.getQueryData<ViewerQuery>(queryKey)?.viewer;
      // Thrown, so that the page keeps the user it was built for.
      if (previous?.account && !data.viewer.account) throw new ServiceError("signedOut", "");
      return data;
    },
    staleTime: 60_000,
  });

/** The options of the query for the employer of a URL, by its contract number (E5); "signedOut" as above. */
export const employerQuery = (contractNumber: string) => {
  const variables = { contractNumber };
  return queryOptions({
    ...queryFor(ActingForDocument, variables),
    queryFn: async ({ signal }) => {
      const data = await execute(ActingForDocument, variables, signal);
      const viewer = queryClient.getQueryData<ViewerQuery>(viewerQuery().queryKey)?.viewer;
      // Thrown, so that the page keeps the employer it was built for.
      if (viewer?.account && !data.viewer.account) throw new ServiceError("signedOut", "");
      return data;
    },
    staleTime: 60_000,
  });
};

/** Reads; the previous data stays on screen until the next response. */
export function useServiceQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  enabled = true,
) {
  return useQuery({ ...queryFor(document, variables), placeholderData: keepPreviousData, enabled });
}

/** Reads what belongs to the current user: a response without an account means that the session has ended. */
export function useViewerQuery<Data extends { viewer: { account?: unknown } }, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) {
  const { queryKey } = queryFor(document, variables);
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const data = await execute(document, variables, signal);
      if (!data.viewer.account) throw new ServiceError("signedOut", "");
      return data;
    },
  });
}

/** Writes, one request at a time: a second click sends nothing. Then every query on screen is read again. */
export function useServiceMutation<Data, Variables>(document: TypedDocumentString<Data, Variables>) {
  // A ref, for `isPending` changes only with the next render, after a fast second click.
  const isInFlight = useRef(false);
  const mutation = useMutation({
    mutationFn: (variables: Variables) => execute(document, variables),
    onSuccess: () => void queryClient.invalidateQueries(),
    onSettled: () => {
      isInFlight.current = false;
    },
  });
  const mutate: typeof mutation.mutate = (...parameters) => {
    if (isInFlight.current) return;
    isInFlight.current = true;
    mutation.mutate(...parameters);
  };
  return { ...mutation, mutate };
}
