import { oneOf, type SearchParams } from "../../service/searchParams";
import type { BulkAction } from "../bulk/actions";
import { parseAccountsSearch } from "../list/search";

export const TABS = ["droits", "coordonnees", "historique"] as const;
export type Tab = (typeof TABS)[number];
export type AccountSearch = { etablissement?: string; onglet?: Tab; action?: BulkAction };

export function parseAccountSearch(params: SearchParams): AccountSearch {
  const onglet = oneOf(TABS, params.onglet);
  const { action } = parseAccountsSearch({ action: params.action });
  return {
    ...(params.etablissement ? { etablissement: params.etablissement } : {}),
    ...(onglet === "droits" ? {} : { onglet }),
    ...(action ? { action } : {}),
  };
}
