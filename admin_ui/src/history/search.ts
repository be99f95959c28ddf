import type { HistoryFilter, Operation } from "../gql/graphql";
import type { SearchParams } from "../service/searchParams";

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
  "SESSIONS_ENDED",
  "EMPLOYER_MODIFIED",
  "EMPLOYER_CLOSED",
  "MANDATE_PROPOSED",
  "MANDATE_ACCEPTED",
  "MANDATE_DECLINED",
  "MANDATE_ENDED",
  "MANDATE_HOLDER_NAMED",
  "MANDATE_HOLDER_REMOVED",
  "PERSON_LOOKED_UP",
  "MESSAGES_RESENT",
  "EMPLOYER_REGISTERED",
  "SUCCESSION_APPROVED",
  "SUCCESSION_WITHDRAWN",
  "SUCCESSION_DONE",
] as const satisfies readonly Operation[];

export type HistorySearch = {
  etablissement?: string;
  operation?: Operation;
  /** ISO dates, both inclusive. */
  du?: string;
  au?: string;
  texte?: string;
  /** The id of an entry: only what was done together with it. */
  groupe?: string;
  apres?: string;
  avant?: string;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function parseHistorySearch(params: SearchParams): HistorySearch {
  const day = (text: string | undefined) => (DAY.test(text ?? "") ? text : undefined);
  const search = {
    etablissement: params.etablissement,
    operation: OPERATIONS.find((operation) => operation === params.operation),
    du: day(params.du),
    au: day(params.au),
    texte: params.texte,
    groupe: params.groupe,
    apres: params.apres,
    avant: params.apres ? undefined : params.avant,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as HistorySearch;
}

/** The days are those of Paris; `until` is exclusive: midnight after the last day. */
export function filterOf({ operation, du, au, texte, groupe }: HistorySearch): HistoryFilter {
  return {
    operations: operation ? [operation] : null,
    from: du ? midnightInParis(du) : null,
    until: au ? midnightInParis(nextDay(au)) : null,
    text: texte || null,
    group: groupe || null,
  };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * Midnight at the start of a day, with its offset: +01:00 or +02:00, for the clocks never change at
 * midnight.
 */
export function midnightInParis(day: string): string {
  const form = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const summer = form.format(new Date(`${day}T00:00:00+02:00`)) === "00";
  return `${day}T00:00:00${summer ? "+02:00" : "+01:00"}`;
}
