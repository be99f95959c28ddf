import type { BulkAction } from "./actions";

/** The service accepts this many ids in one request. */
export const MAX_BULK_IDS = 250;
/** The service acts on this many accounts at most where all that match a search are selected. */
export const MAX_BULK_MATCHES = 10_000;

/** Whether an action can be done on all accounts of a search: beyond the limit, only what is done in parts. */
export function isOffered(action: BulkAction, areAllSelected: boolean, count: number): boolean {
  return !areAllSelected || count <= MAX_BULK_MATCHES || action === "renouveler";
}
