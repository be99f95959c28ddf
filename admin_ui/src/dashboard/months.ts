/** The months of a chart: this one and the eleven after it, those without accounts too. */
export type Month = { key: string; count: number };

export function twelveMonths(today: string, groups: readonly Month[]): Month[] {
  const counts = new Map(groups.map(({ key, count }) => [key, count]));
  return Array.from({ length: 12 }, (_, place) => {
    const key = monthAfter(today, place);
    return { key, count: counts.get(key) ?? 0 };
  });
}

/** 2027-01, two months after 2026-11-24. */
export function monthAfter(day: string, months: number): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}
