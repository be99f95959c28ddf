import type { HistoryFilter, Operation } from "../gql/graphql";
import type { Search } from "../service/search";

export const OPERATIONS = [
  "ACCOUNT_CREATED",
  "DETAILS_MODIFIED",
  "RIGHTS_MODIFIED",
  "PROFILE_PROMOTED",
  "ACCOUNT_RENEWED",
  "ACCOUNT_DELETED",
  "ACCOUNT_RESTORED",
  "INVITATION_SENT",
  "PASSWORD_CREATED",
  "PASSWORD_RESET_REQUESTED",
  "ACCOUNT_LOCKED",
  "ACCOUNT_UNLOCKED",
] as const satisfies readonly Operation[];

export type HistorySearch = {
  etablissement?: string;
  operation?: Operation;
  /** Days, both included. */
  du?: string;
  au?: string;
  texte?: string;
  apres?: string;
  avant?: string;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function historySearch(given: Search): HistorySearch {
  const day = (text: string | undefined) => (DAY.test(text ?? "") ? text : undefined);
  const known = {
    etablissement: given.etablissement,
    operation: OPERATIONS.find((one) => one === given.operation),
    du: day(given.du),
    au: day(given.au),
    texte: given.texte,
    apres: given.apres,
    avant: given.apres ? undefined : given.avant,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as HistorySearch;
}

/** Days are those of Paris: `until` is the first moment of the day after. */
export function filterOf({ operation, du, au, texte }: HistorySearch): HistoryFilter {
  return {
    operations: operation ? [operation] : null,
    from: du ? midnightInParis(du) : null,
    until: au ? midnightInParis(nextDay(au)) : null,
    text: texte || null,
  };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The offset of that very midnight: it is +01:00 or +02:00, and clocks never change at midnight. */
export function midnightInParis(day: string): string {
  const form = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const summer = form.format(new Date(`${day}T00:00:00+02:00`)) === "00";
  return `${day}T00:00:00${summer ? "+02:00" : "+01:00"}`;
}
