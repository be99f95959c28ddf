/** What the list shows is in its URL; the variables of its queries follow from that alone. */

import type {
  AccountFilter,
  AccountGrouping,
  AccountOrderField,
  AccountSearchField,
} from "../../gql/graphql";
import { oneOf, type SearchParams } from "../../service/searchParams";
import { BULK_ACTIONS, type BulkAction } from "../bulk/actions";
import { INVITATION_STATES } from "../invitation";

export const SEARCH_FIELDS = [
  "ALL",
  "LAST_NAME",
  "FIRST_NAME",
  "IDENTIFIER",
  "DEPARTMENT",
  "EMAIL",
  "PHONE",
] as const;
export const GROUPINGS = ["NONE", "PROFILE", "STATUS", "DEPARTMENT", "EXPIRY_MONTH"] as const;
export const STATUSES = ["ALL", "PENDING", "ACTIVE", "EXPIRED", "DELETED"] as const;
/** Filters on what an administrator follows up: locks, sign-ins, and invitations by their state. */
export const FOLLOW_UPS = ["ALL", "LOCKED", "NEVER_SIGNED_IN", ...INVITATION_STATES] as const;
export const PROFILES = ["ALL", "USER", "ADMINISTRATOR"] as const;
/** Filter on a right: at least this level. */
export const RIGHT_LEVELS = ["READ", "WRITE"] as const;
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
export const PAGE_SIZES = ["10", "25", "50", "100"] as const;
/** Filter on the expiry date: within this number of days. */
export const EXPIRY_WINDOWS = ["30", "60", "90"] as const;

/** Filter on the expiry date: what is to renew, expired already or within 60 days, which `administered` counts. */
export const DUE = "dus";
const DUE_DAYS = 60;

export type AccountsSearch = {
  etablissement?: string;
  dans?: AccountSearchField;
  recherche?: string;
  grouper?: AccountGrouping;
  statut?: (typeof STATUSES)[number];
  profil?: (typeof PROFILES)[number];
  suivi?: (typeof FOLLOW_UPS)[number];
  /** DUE, one of EXPIRY_WINDOWS, or a month such as 2027-12. */
  echeance?: string;
  /** The code of a service that the accounts have a right on, and from which level. */
  droit?: string;
  niveau?: (typeof RIGHT_LEVELS)[number];
  tri?: AccountOrderField;
  sens?: "ASC" | "DESC";
  lignes?: (typeof PAGE_SIZES)[number];
  apres?: string;
  avant?: string;
  page?: string;
  /** The scope of the selection: this page, or all that match. */
  choix?: "page" | "tout";
  /** The open dialog, and the id of its account if it concerns a single one. */
  action?: BulkAction;
  compte?: string;
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function parseAccountsSearch(params: SearchParams): AccountsSearch {
  const isExpiryFilter =
    MONTH.test(params.echeance ?? "") ||
    [DUE, ...EXPIRY_WINDOWS].some((window) => window === params.echeance);
  const search: SearchParams = {
    etablissement: params.etablissement,
    dans: omitDefault("ALL", oneOf(SEARCH_FIELDS, params.dans)),
    recherche: params.recherche,
    grouper: omitDefault("NONE", oneOf(GROUPINGS, params.grouper)),
    statut: omitDefault("ALL", oneOf(STATUSES, params.statut)),
    profil: omitDefault("ALL", oneOf(PROFILES, params.profil)),
    suivi: omitDefault("ALL", oneOf(FOLLOW_UPS, params.suivi)),
    echeance: isExpiryFilter ? params.echeance : undefined,
    droit: params.droit,
    niveau: params.droit ? omitDefault("READ", oneOf(RIGHT_LEVELS, params.niveau)) : undefined,
    tri: COLUMNS.find((column) => column === params.tri),
    sens: params.sens === "DESC" ? "DESC" : undefined,
    lignes: PAGE_SIZES.find((size) => size === params.lignes),
    apres: params.apres,
    avant: params.apres ? undefined : params.avant,
    page: /^\d{1,6}$/.test(params.page ?? "") ? params.page : undefined,
    choix: params.choix === "page" || params.choix === "tout" ? params.choix : undefined,
    action: BULK_ACTIONS.find((action) => action === params.action),
    compte: params.compte,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as AccountsSearch;
}

/** A changed search, order or page size: shows the first page, with no selection and no dialog. */
export function fromFirstPage(search: AccountsSearch, change: Partial<AccountsSearch>): AccountsSearch {
  const { apres: _1, avant: _2, page: _3, choix: _4, action: _5, compte: _6, ...rest } = search;
  return parseAccountsSearch({ ...rest, ...change });
}

const GROUPING_ORDER = {
  PROFILE: "PROFILE",
  STATUS: "STATUS",
  DEPARTMENT: "DEPARTMENT",
  EXPIRY_MONTH: "EXPIRES_ON",
} as const;

/**
 * Groups must be contiguous, so a grouping determines the order; the service then orders each group by name.
 */
export function orderByOf(search: AccountsSearch): { field: AccountOrderField; direction: "ASC" | "DESC" } {
  const field = search.grouper ? GROUPING_ORDER[search.grouper] : (search.tri ?? "LAST_NAME");
  return { field, direction: search.sens ?? "ASC" };
}

/**
 * The search and filter variables, for the page, the counts, bulk actions and the export. `today`: an ISO
 * date.
 */
export function criteriaOf(search: AccountsSearch, today: string) {
  const { recherche, dans, statut, profil, suivi, echeance, droit, niveau } = search;
  const filter: AccountFilter = {};
  if (statut && statut !== "ALL") filter.statuses = [statut];
  if (profil && profil !== "ALL") filter.profiles = [profil];
  if (suivi) Object.assign(filter, followUpFilter(suivi));
  if (droit) filter.service = { service: droit, atLeast: niveau ?? "READ" };
  if (echeance) Object.assign(filter, expiryFilter(echeance, today));
  return { search: recherche ? { text: recherche, in: dans ?? "ALL" } : null, filter };
}

function followUpFilter(followUp: (typeof FOLLOW_UPS)[number]): AccountFilter {
  if (followUp === "ALL") return {};
  if (followUp === "LOCKED") return { locked: true };
  if (followUp === "NEVER_SIGNED_IN") return { neverSignedIn: true };
  return { invitation: [followUp] };
}

function expiryFilter(window: string, today: string): AccountFilter {
  if (window === DUE) return { expiresBefore: addDays(today, DUE_DAYS + 1) };
  if (!MONTH.test(window)) return { expiresFrom: today, expiresBefore: addDays(today, Number(window) + 1) };
  const [year, month] = window.split("-").map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return { expiresFrom: `${window}-01`, expiresBefore: `${next}-01` };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function omitDefault(defaultValue: string, value: string): string | undefined {
  return value === defaultValue ? undefined : value;
}
