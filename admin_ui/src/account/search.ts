import { accountsSearch, type Verb } from "../accounts/search";
import { oneOf, type Search } from "../service/search";

export const TABS = ["droits", "coordonnees", "historique"] as const;
export type Tab = (typeof TABS)[number];
export type AccountSearch = { onglet?: Tab; action?: Verb };

export function accountSearch(given: Search): AccountSearch {
  const onglet = oneOf(TABS, given.onglet);
  const { action } = accountsSearch({ action: given.action });
  return { ...(onglet === "droits" ? {} : { onglet }), ...(action ? { action } : {}) };
}
