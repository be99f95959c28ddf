/** The service's refusals in the form of an account's details. */
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import type { Details } from "./DetailsFields";

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

/** The refusals in the order of the form, those that concern none of its fields first. */
export function inFormOrder(refusals: readonly Refusal[]): Refusal[] {
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
