/** The text of a change, such as "Lecture seule → Modification": enums, dates and services by their names. */
import type { OperationFragment } from "../gql/graphql";
import { formatDay, formatMoment } from "../i18n/formats";
import { formatPhone } from "../i18n/phone";
import { wordsOf } from "../i18n/words";

type Change = OperationFragment["changes"][number];
export type ServiceNames = ReadonlyMap<string, string>;

const RIGHT_FIELD = /^rights\.(.+)$/;
const ENUMS = {
  civility: ["MADAME", "MONSIEUR"],
  profile: ["USER", "ADMINISTRATOR"],
  level: ["NONE", "READ", "WRITE"],
  status: ["PENDING", "ACTIVE", "EXPIRED", "DELETED"],
  scope: ["READ", "RENEW", "MANAGE"],
} as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The label of the changed field, or the name of the service. */
export function labelOfChange({ field }: Change, services: ServiceNames): string {
  const code = RIGHT_FIELD.exec(field)?.[1];
  if (code !== undefined) return services.get(code) ?? code;
  const g = wordsOf("glossary");
  return isLabelled(field) ? g(`field.${field}`) : field;
}

/** The value as it is displayed; null for an empty one. */
export function formatValue({ field }: Change, value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (DAY.test(value)) return formatDay(value);
  if (field === "phone") return formatPhone(value);
  if (field === "lockedUntil") return formatMoment(value);
  if (field === "approvedBy") return actorLabel(value);
  return labelOfValue(RIGHT_FIELD.test(field) ? "level" : field, value);
}

/** A person's name comes as it is; the service and its operators have one in each language. */
export function actorLabel(actor: string): string {
  const t = wordsOf("history");
  if (actor === "system" || actor === "operator") return t(actor);
  const operator = /^operator (.+)$/.exec(actor)?.[1];
  return operator ? t("operatorNamed", { name: operator }) : actor;
}

function labelOfValue(field: string, value: string): string {
  const g = wordsOf("glossary");
  if (field === "level" && isOneOf(ENUMS.level, value)) return g(`level.${value}`);
  if (field === "profile" && isOneOf(ENUMS.profile, value)) return g(`profile.${value}`);
  if (field === "civility" && isOneOf(ENUMS.civility, value)) return g(`civilityLong.${value}`);
  if (field === "scope" && isOneOf(ENUMS.scope, value)) return g(`scope.${value}`);
  if (field === "status" && isOneOf(ENUMS.status, value)) return g(`status.${value}`);
  return value;
}

const LABELLED_FIELDS = [
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
  "centre",
  "scope",
  "startsOn",
  "endsOn",
  "holder",
  "reason",
  "messages",
  "registration",
  "approvedBy",
  "administrator",
  "name",
  "siret",
  "contractNumber",
  "postalAddress",
  "legalRepresentative",
  "funds",
] as const;

function isLabelled(field: string): field is (typeof LABELLED_FIELDS)[number] {
  return isOneOf(LABELLED_FIELDS, field);
}

function isOneOf<Value extends string>(options: readonly Value[], value: string): value is Value {
  return options.some((option) => option === value);
}
