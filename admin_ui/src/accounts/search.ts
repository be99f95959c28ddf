/** What the list shows, as its address says it; the variables of its queries follow from it alone. */

import type { AccountFilter, AccountGrouping, AccountOrderField, AccountSearchField } from "../gql/graphql";
import { oneOf, type Search } from "../service/search";

export const FIELDS = ["ALL", "LAST_NAME", "FIRST_NAME", "IDENTIFIER", "DEPARTMENT"] as const;
export const GROUPINGS = ["NONE", "PROFILE", "STATUS", "DEPARTMENT", "EXPIRY_MONTH"] as const;
export const STATUSES = ["ALL", "PENDING", "ACTIVE", "EXPIRED", "DELETED"] as const;
export const PROFILES = ["ALL", "USER", "ADMINISTRATOR"] as const;
export const COLUMNS = [
  "CIVILITY",
  "LAST_NAME",
  "FIRST_NAME",
  "IDENTIFIER",
  "DEPARTMENT",
  "PROFILE",
  "STATUS",
  "EXPIRES_ON",
  "LAST_SIGN_IN_AT",
] as const;
export const SIZES = ["10", "25", "50", "100"] as const;
/** Accounts that expire within so many days. */
export const DUES = ["30", "60", "90"] as const;

const VERBS = ["renouveler", "supprimer", "inviter", "deverrouiller", "restaurer"] as const;
export type Verb = (typeof VERBS)[number];

export type AccountsSearch = {
  etablissement?: string;
  dans?: AccountSearchField;
  recherche?: string;
  grouper?: AccountGrouping;
  statut?: (typeof STATUSES)[number];
  profil?: (typeof PROFILES)[number];
  /** Days ahead, or a month such as 2027-12. */
  echeance?: string;
  tri?: AccountOrderField;
  sens?: "ASC" | "DESC";
  lignes?: (typeof SIZES)[number];
  apres?: string;
  avant?: string;
  page?: string;
  /** The scope of the selection: this page, or all that match. */
  choix?: "page" | "tout";
  /** The dialog that is open, and the one account it is about. */
  action?: Verb;
  compte?: string;
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function accountsSearch(given: Search): AccountsSearch {
  const isDue = MONTH.test(given.echeance ?? "") || DUES.some((days) => days === given.echeance);
  const known: Search = {
    etablissement: given.etablissement,
    dans: unless("ALL", oneOf(FIELDS, given.dans)),
    recherche: given.recherche,
    grouper: unless("NONE", oneOf(GROUPINGS, given.grouper)),
    statut: unless("ALL", oneOf(STATUSES, given.statut)),
    profil: unless("ALL", oneOf(PROFILES, given.profil)),
    echeance: isDue ? given.echeance : undefined,
    tri: COLUMNS.find((one) => one === given.tri),
    sens: given.sens === "DESC" ? "DESC" : undefined,
    lignes: SIZES.find((one) => one === given.lignes),
    apres: given.apres,
    avant: given.apres ? undefined : given.avant,
    page: /^\d{1,6}$/.test(given.page ?? "") ? given.page : undefined,
    choix: given.choix === "page" || given.choix === "tout" ? given.choix : undefined,
    action: VERBS.find((one) => one === given.action),
    compte: given.compte,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as AccountsSearch;
}

/** Without what belongs to the page that was shown: for another search, order or size. */
export function fromTheStart(search: AccountsSearch, change: Partial<AccountsSearch>): AccountsSearch {
  const { apres: _1, avant: _2, page: _3, choix: _4, action: _5, compte: _6, ...rest } = search;
  return accountsSearch({ ...rest, ...change });
}

export const sizeOf = (search: AccountsSearch) => Number(search.lignes ?? "10");

const ORDER_OF_GROUPS = {
  PROFILE: "PROFILE",
  STATUS: "STATUS",
  DEPARTMENT: "DEPARTMENT",
  EXPIRY_MONTH: "EXPIRES_ON",
} as const;

/** Groups follow one another, so that they order the list; names order each group. */
export function orderOf(search: AccountsSearch): { field: AccountOrderField; direction: "ASC" | "DESC" } {
  const field = search.grouper ? ORDER_OF_GROUPS[search.grouper] : (search.tri ?? "LAST_NAME");
  return { field, direction: search.sens ?? "ASC" };
}

/** The search and filter of a list, for the page, the counts, the actions on all, and the export. */
export function matching(search: AccountsSearch, today: string) {
  const { recherche, dans, statut, profil, echeance } = search;
  const filter: AccountFilter = {};
  if (statut && statut !== "ALL") filter.statuses = [statut];
  if (profil && profil !== "ALL") filter.profiles = [profil];
  if (echeance) Object.assign(filter, expiring(echeance, today));
  return { search: recherche ? { text: recherche, in: dans ?? "ALL" } : null, filter };
}

function expiring(due: string, today: string): AccountFilter {
  if (!MONTH.test(due)) return { expiresFrom: today, expiresBefore: later(today, Number(due) + 1) };
  const [year, month] = due.split("-").map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return { expiresFrom: `${due}-01`, expiresBefore: `${next}-01` };
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function unless(usual: string, value: string): string | undefined {
  return value === usual ? undefined : value;
}
