/** The fields of the forms of registration and succession, each named by its path in the service's input. */
import type { Civility } from "../../gql/graphql";

export const EMPLOYER_FIELDS = ["siret", "contractNumber", "name", "postalAddress"] as const;
export const REPRESENTATIVE_FIELDS = [
  "representative.civility",
  "representative.lastName",
  "representative.firstName",
  "representative.title",
] as const;
export const ADMINISTRATOR_FIELDS = [
  "administrator.civility",
  "administrator.lastName",
  "administrator.firstName",
  "administrator.email",
  "administrator.phone",
  "administrator.department",
  "administrator.professionalAddress",
] as const;
export const SUCCESSION_FIELDS = ["employer", "reason"] as const;

export const ALL_FIELDS = [
  ...EMPLOYER_FIELDS,
  ...REPRESENTATIVE_FIELDS,
  ...ADMINISTRATOR_FIELDS,
  ...SUCCESSION_FIELDS,
] as const;
export type FieldName = (typeof ALL_FIELDS)[number];

/** What is typed: addresses as lines of one text, a civility that is not chosen as an empty text. */
export type Values = Readonly<Record<FieldName, string>>;

export const NO_VALUES = Object.fromEntries(ALL_FIELDS.map((name) => [name, ""])) as Values;

const OPTIONAL: readonly FieldName[] = [
  "representative.title",
  "administrator.phone",
  "administrator.department",
];

export function isRequired(name: FieldName): boolean {
  return !OPTIONAL.includes(name);
}

export function isCivility(name: FieldName): boolean {
  return name.endsWith(".civility");
}

export function isAddress(name: FieldName): boolean {
  return name === "postalAddress" || name === "administrator.professionalAddress";
}

export function isBlank(values: Values): boolean {
  return Object.values(values).every((value) => value.trim() === "");
}

/** The lines of an address, without the empty ones. */
export function linesOf(address: string): string[] {
  return address
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Null if none is chosen. */
export function civilityOf(value: string): Civility | null {
  return value === "MADAME" || value === "MONSIEUR" ? value : null;
}
