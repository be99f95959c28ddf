/** The levels of an account by service code; a service that is missing has the level NONE. */
import type { AccessLevel, OfferedServiceFragment } from "../../gql/graphql";

export type Levels = Readonly<Record<string, AccessLevel>>;
export type Theme = { code: string; label: string; services: OfferedServiceFragment[] };

export const LEVELS: readonly AccessLevel[] = ["NONE", "READ", "WRITE"];

/** The services grouped by theme, both in the order of the service's catalogue. */
export function byTheme(services: OfferedServiceFragment[]): Theme[] {
  const themes = new Map<string, Theme>();
  for (const service of services) {
    const { code, label } = service.theme;
    if (!themes.has(code)) themes.set(code, { code, label, services: [] });
    themes.get(code)?.services.push(service);
  }
  return [...themes.values()];
}

/** Sets these services to `level`, or to the highest lower level that a service offers. */
export function setAll(levels: Levels, services: OfferedServiceFragment[], level: AccessLevel): Levels {
  return {
    ...levels,
    ...Object.fromEntries(services.map((service) => [service.code, highestUpTo(service.levels, level)])),
  };
}

function highestUpTo(offered: readonly AccessLevel[], level: AccessLevel): AccessLevel {
  const candidates = LEVELS.slice(0, LEVELS.indexOf(level) + 1).reverse();
  return candidates.find((candidate) => offered.includes(candidate)) ?? "NONE";
}

/** The codes of the services whose level differs. */
export function changedServices(before: Levels, after: Levels): string[] {
  const codes = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...codes].filter((code) => (before[code] ?? "NONE") !== (after[code] ?? "NONE"));
}

export function levelsOf(rights: readonly { level: AccessLevel; service: { code: string } }[]): Levels {
  return Object.fromEntries(rights.map(({ level, service }) => [service.code, level]));
}

/** The input of the service, for the services of `codes`. */
export function rightInputs(levels: Levels, codes: string[]) {
  return codes.map((service) => ({ service, level: levels[service] ?? "NONE" }));
}
