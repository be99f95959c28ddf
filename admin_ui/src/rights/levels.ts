/** The levels of an account, service by service: what is not named is NONE. */
import type { AccessLevel, OfferedServiceFragment } from "../gql/graphql";

export type Levels = Readonly<Record<string, AccessLevel>>;
export type Theme = { code: string; label: string; services: OfferedServiceFragment[] };

export const ORDER: readonly AccessLevel[] = ["NONE", "READ", "WRITE"];

/** In the order of the catalogue. */
export function byTheme(services: OfferedServiceFragment[]): Theme[] {
  const found = new Map<string, Theme>();
  for (const service of services) {
    const { code, label } = service.theme;
    if (!found.has(code)) found.set(code, { code, label, services: [] });
    found.get(code)?.services.push(service);
  }
  return [...found.values()];
}

/** All of these services at this level, or at the nearest below that they have. */
export function setAll(levels: Levels, services: OfferedServiceFragment[], wanted: AccessLevel): Levels {
  return { ...levels, ...Object.fromEntries(services.map((one) => [one.code, nearest(one.levels, wanted)])) };
}

function nearest(offered: readonly AccessLevel[], wanted: AccessLevel): AccessLevel {
  const below = ORDER.slice(0, ORDER.indexOf(wanted) + 1).reverse();
  return below.find((level) => offered.includes(level)) ?? "NONE";
}

/** The services whose level is another than it was. */
export function changed(before: Levels, now: Levels): string[] {
  const codes = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...codes].filter((code) => (before[code] ?? "NONE") !== (now[code] ?? "NONE"));
}

export function levelsOf(rights: readonly { level: AccessLevel; service: { code: string } }[]): Levels {
  return Object.fromEntries(rights.map(({ level, service }) => [service.code, level]));
}

/** As the service takes them. */
export function rightInputs(levels: Levels, codes: string[]) {
  return codes.map((service) => ({ service, level: levels[service] ?? "NONE" }));
}
