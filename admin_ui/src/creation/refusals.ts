/** The service's refusals, at the fields of a form and in its summary. */

import type { FieldFault } from "../design/ErrorSummary";
import type { Refusal } from "../service/client";

/** The first refusal of each field, by the field's name. */
export function byField(refusals: readonly Refusal[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, message } of refusals) {
    const name = field?.[0];
    if (name !== undefined) found[name] ??= message;
  }
  return found;
}

/** `labels` name the fields, for a message such as "required" says little by itself. */
export function faults(refusals: readonly Refusal[], labels: (field: string) => string | null): FieldFault[] {
  return refusals.map(({ field, message }) => {
    const name = field?.[0] ?? null;
    const label = name === null ? null : labels(name);
    return {
      fieldId: label === null ? null : name,
      message: label === null ? message : `${label} : ${message}`,
    };
  });
}

/** A field is a field of the account's details, or not. */
export const DETAIL_FIELDS = [
  "civility",
  "lastName",
  "firstName",
  "email",
  "phone",
  "department",
  "profile",
  "professionalAddress",
] as const;

export function isDetail(name: string | undefined): name is (typeof DETAIL_FIELDS)[number] {
  return DETAIL_FIELDS.some((one) => one === name);
}
