/** The service's refusals in a form: beside each field, and in the summary above the form. */
import type { FormError } from "../../design/ErrorSummary";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import type { Details } from "./DetailsFields";

/** The first message for each field, by the field's name. */
export function messageByField(refusals: readonly Refusal[]): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { field, message } of refusals) {
    const name = field?.[0];
    if (name !== undefined) messages[name] ??= message;
  }
  return messages;
}

/**
 * In the order of the form, what concerns none of its fields first. `labelOf` returns the label of a form field,
 * which precedes the message, or null for anything else.
 */
export function summaryErrors(
  refusals: readonly Refusal[],
  labelOf: (field: string) => string | null,
): FormError[] {
  return inFormOrder(refusals).map(({ field, message }) => {
    const name = field?.[0] ?? null;
    const label = name === null ? null : labelOf(name);
    return {
      fieldId: label === null ? null : name,
      message: label === null ? message : `${label} : ${message}`,
    };
  });
}

/** In the order of the form. */
const DETAIL_FIELDS = [
  "profile",
  "professionalAddress",
  "civility",
  "lastName",
  "firstName",
  "email",
  "phone",
  "department",
] as const;

function inFormOrder(refusals: readonly Refusal[]): Refusal[] {
  const names: readonly unknown[] = DETAIL_FIELDS;
  const place = ({ field }: Refusal) => names.indexOf(field?.[0]);
  return refusals.toSorted((one, other) => place(one) - place(other));
}

/** What A2 requires and `details` lacks, as the service would refuse it. */
export function missingDetails(details: Details): Refusal[] {
  const t = wordsOf("accounts/details");
  const required = ["lastName", "firstName", "email"] as const;
  const missing = required
    .filter((name) => details[name].trim() === "")
    .map((name) => ({ code: "REQUIRED", field: [name as string], message: t("missing") }));
  if (details.profile !== "ADMINISTRATOR" || details.address.trim()) return missing;
  return [...missing, { code: "REQUIRED", field: ["professionalAddress"], message: t("missingAddress") }];
}

/** A field that is being corrected keeps no error; nor does the address when the profile changes (A2). */
export function withoutCorrected(refusals: readonly Refusal[], before: Details, after: Details): Refusal[] {
  const isCorrected = (name: string | undefined) => {
    if (!isDetailField(name)) return false;
    if (name !== "professionalAddress") return before[name] !== after[name];
    return before.address !== after.address || before.profile !== after.profile;
  };
  return refusals.filter(({ field }) => !isCorrected(field?.[0]));
}

export function withoutRights(refusals: readonly Refusal[]): Refusal[] {
  return refusals.filter(({ field }) => field?.[0] !== "rights");
}

/** Whether `name` is a field of the details form. */
export function isDetailField(name: string | undefined): name is (typeof DETAIL_FIELDS)[number] {
  return DETAIL_FIELDS.some((field) => field === name);
}
