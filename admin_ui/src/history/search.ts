import type { Search } from "../app/search";

export type HistorySearch = Record<never, never>;

export function historySearch(_search: Search): HistorySearch {
  return {};
}
