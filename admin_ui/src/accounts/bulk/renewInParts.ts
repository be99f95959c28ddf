/** Renewing more accounts than one request may: in parts, each in a transaction of its own. */
import {
  type AccountFilter,
  type AccountSearch,
  AccountsOfPartDocument,
  type OutcomeFragment,
  RenewAccountsDocument,
  RenewPartDocument,
} from "../../gql/graphql";
import { execute, ServiceError } from "../../service/client";
import type { RefusedAccount } from "./RefusedAccounts";

export type MatchingAccounts = { employerId: string; search: AccountSearch | null; filter: AccountFilter };

export type PartsProgress = {
  /** How many accounts were renewed or refused. */
  processed: number;
  renewed: number;
  refused: readonly RefusedAccount[];
  /** The cursor of the last account processed: the next part begins after it. */
  after: string | null;
  isComplete: boolean;
  /** While the service accepts no request: the seconds that it wants us to wait. */
  wait?: number;
};

export const NOTHING_DONE: PartsProgress = {
  processed: 0,
  renewed: 0,
  refused: [],
  after: null,
  isComplete: false,
};

/**
 * What renewing the first part would do, which shows whom the renewal concerns and until when: a dry run for all
 * of them is more than one request may do. Throws ServiceError, or the AbortError of `signal`.
 */
export async function previewFirstPart(
  accounts: MatchingAccounts,
  signal: AbortSignal,
): Promise<OutcomeFragment["results"]> {
  const { employer } = await execute(AccountsOfPartDocument, { ...accounts, after: null }, signal);
  const ids = employer?.accounts.nodes.map(({ id }) => id) ?? [];
  if (ids.length === 0) return [];
  const input = { employerId: accounts.employerId, ids, dryRun: true };
  const { outcome } = await execute(RenewAccountsDocument, { input }, signal);
  const [refusal] = outcome.errors;
  if (refusal) throw new ServiceError("refused", refusal.message, refusal.code);
  return outcome.results;
}

/**
 * Renews part after part, reporting the progress after each, until all are done or `stop` is aborted: then the
 * part that is under way is finished first. Returns the progress; to resume, pass it again. Throws
 * ServiceError.
 */
export async function renewInParts(
  accounts: MatchingAccounts,
  from: PartsProgress,
  onProgress: (progress: PartsProgress) => void,
  stop: AbortSignal,
): Promise<PartsProgress> {
  let progress = from;
  while (!progress.isComplete && !stop.aborted) {
    try {
      progress = await renewPart(accounts, progress);
    } catch (error) {
      const seconds = error instanceof ServiceError ? error.retryAfter : null;
      if (!seconds) throw error;
      onProgress({ ...progress, wait: seconds });
      await pause(seconds, stop);
    }
    onProgress(progress);
  }
  return progress;
}

/** Throws ServiceError; sent again after one, the part is done once, since a second renewal changes nothing (R1). */
async function renewPart(accounts: MatchingAccounts, progress: PartsProgress): Promise<PartsProgress> {
  const { after } = progress;
  const { employer } = await execute(AccountsOfPartDocument, { ...accounts, after });
  const part = employer?.accounts.nodes ?? [];
  const { hasNextPage, endCursor } = employer?.accounts.pageInfo ?? { hasNextPage: false };
  if (part.length === 0) return { ...progress, isComplete: true };
  const input = { employerId: accounts.employerId, ids: part.map(({ id }) => id) };
  const { outcome } = await execute(RenewPartDocument, { input });
  const [refusal] = outcome.errors;
  if (refusal) throw new ServiceError("refused", refusal.message, refusal.code);
  const accountsById = new Map(part.map((account) => [account.id, account]));
  const refused = outcome.results
    .filter(({ errors }) => errors.length > 0)
    .map((result) => ({ ...result, account: accountsById.get(result.id) ?? null }));
  return {
    processed: progress.processed + part.length,
    renewed: progress.renewed + outcome.done,
    refused: [...progress.refused, ...refused],
    after: endCursor ?? null,
    isComplete: !hasNextPage,
  };
}

function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
