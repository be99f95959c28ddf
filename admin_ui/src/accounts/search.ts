import type { Search } from "../app/search";

export type AccountsSearch = Record<never, never>;

export function accountsSearch(_search: Search): AccountsSearch {
  return {};
}
