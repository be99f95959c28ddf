import type { Search } from "../app/search";

export type CreationSearch = Record<never, never>;

export function creationSearch(_search: Search): CreationSearch {
  return {};
}
