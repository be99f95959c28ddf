/** A change in words: "Lecture seule → Modification", days as people write them, services by name. */
import type { OperationFragment } from "../gql/graphql";
import { shownDay, shownMoment } from "../i18n/dates";
import { shownPhone } from "../i18n/phone";
import { wordsOf } from "../i18n/words";

type Change = OperationFragment["changes"][number];
export type ServiceNames = ReadonlyMap<string, string>;

const RIGHT = /^rights\.(.+)$/;
const ENUMS = {
  civility: ["MADAME", "MONSIEUR"],
  profile: ["USER", "ADMINISTRATOR"],
  level: ["NONE", "READ", "WRITE"],
  status: ["PENDING", "ACTIVE", "EXPIRED", "DELETED"],
} as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What changed: the field's name, or the service's. */
export function subjectOf({ field }: Change, services: ServiceNames): string {
  const code = RIGHT.exec(field)?.[1];
  if (code !== undefined) return services.get(code) ?? code;
  const g = wordsOf("glossary");
  return isNamed(field) ? g(`field.${field}`) : field;
}

export function shownValue({ field }: Change, value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (DAY.test(value)) return shownDay(value);
  if (field === "phone") return shownPhone(value);
  if (field === "lockedUntil") return shownMoment(value);
  return inWords(RIGHT.test(field) ? "level" : field, value);
}

function inWords(field: string, value: string): string {
  const g = wordsOf("glossary");
  if (field === "level" && isOne(ENUMS.level, value)) return g(`level.${value}`);
  if (field === "profile" && isOne(ENUMS.profile, value)) return g(`profile.${value}`);
  if (field === "civility" && isOne(ENUMS.civility, value)) return g(`civilityLong.${value}`);
  if (field === "status" && isOne(ENUMS.status, value)) return g(`status.${value}`);
  return value;
}

const NAMED = [
  "civility",
  "lastName",
  "firstName",
  "identifier",
  "email",
  "phone",
  "department",
  "professionalAddress",
  "profile",
  "status",
  "expiresOn",
  "lockedUntil",
] as const;

function isNamed(field: string): field is (typeof NAMED)[number] {
  return isOne(NAMED, field);
}

function isOne<One extends string>(known: readonly One[], value: string): value is One {
  return known.some((one) => one === value);
}
