/** The days of a mandate, as ISO dates. */
import type { MandateItemFragment } from "../../gql/graphql";

/** What the form proposes: twelve months, the usual length. */
const PROPOSED_MONTHS = 12;

/** The same day `months` later; the last day of the month where there is none: 31 August + 6 gives 28 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A new mandate starts today. */
export function proposedPeriod(today: string): { startsOn: string; endsOn: string } {
  return { startsOn: today, endsOn: addMonths(today, PROPOSED_MONTHS) };
}

/** The successor starts the day after the last one of `mandate`, or today where that is past. */
export function successorPeriod(mandate: Pick<MandateItemFragment, "endsOn">, today: string) {
  const next = new Date(Date.parse(`${mandate.endsOn}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return proposedPeriod(next < today ? today : next);
}
