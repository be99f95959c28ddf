/** An ISO month and the number of accounts that expire in it. */
export type Month = { key: string; count: number };

/** This month and the eleven after it, including months without accounts. `today`: an ISO date. */
export function nextTwelveMonths(today: string, groups: readonly Month[]): Month[] {
  const counts = new Map(groups.map(({ key, count }) => [key, count]));
  return Array.from({ length: 12 }, (_, offset) => {
    const key = monthAfter(today, offset);
    return { key, count: counts.get(key) ?? 0 };
  });
}

/** The ISO month that is `months` after an ISO date: 2 after 2026-11-24 gives 2027-01. */
export function monthAfter(day: string, months: number): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}
