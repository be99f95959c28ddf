import type { Search } from "../app/search";

export type AccountSearch = Record<never, never>;

export function accountSearch(_search: Search): AccountSearch {
  return {};
}
