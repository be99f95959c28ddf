/** Refusals in a form: beside each field, and in the summary above the form. */
import type { FormError } from "../../design/ErrorSummary";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import type { FieldName, Values } from "./fields";

/** The field's name, without the number of a line; empty if no field is at fault. */
export function fieldOf({ field }: Refusal): string {
  return (field ?? []).filter((part) => !/^\d+$/.test(part)).join(".");
}

/** The first message for each field, by the field's name. */
export function messageByField(refusals: readonly Refusal[]): Partial<Record<string, string>> {
  const messages: Partial<Record<string, string>> = {};
  for (const refusal of refusals) messages[fieldOf(refusal)] ??= messageOf(refusal);
  return messages;
}

/** With links to the fields; `names` are those of the form. */
export function summaryErrors(refusals: readonly Refusal[], names: readonly FieldName[]): FormError[] {
  const t = wordsOf("registrations/form");
  return refusals.map((refusal) => {
    const name = names.find((candidate) => candidate === fieldOf(refusal));
    const message = messageOf(refusal);
    if (!name) return { fieldId: null, message };
    return { fieldId: name, message: t("labelled", { label: labelOf(name), message }) };
  });
}

/** A field that is being corrected keeps no error. */
export function withoutCorrected(refusals: readonly Refusal[], before: Values, after: Values): Refusal[] {
  return refusals.filter((refusal) => {
    const name = fieldOf(refusal);
    return !(name in before) || before[name as FieldName] === after[name as FieldName];
  });
}

const OWN_LABELS = [
  "siret",
  "contractNumber",
  "name",
  "postalAddress",
  "title",
  "employer",
  "reason",
] as const;
const SHARED_LABELS = [
  "civility",
  "lastName",
  "firstName",
  "email",
  "phone",
  "department",
  "professionalAddress",
] as const;

export function labelOf(name: FieldName): string {
  const last = name.split(".").at(-1);
  const own = OWN_LABELS.find((label) => label === last);
  if (own) return wordsOf("registrations/form")(`label.${own}`);
  const shared = SHARED_LABELS.find((label) => label === last);
  return shared ? wordsOf("glossary")(`field.${shared}`) : name;
}

/** The service numbers the lines of an address from 0. */
function messageOf({ field, message }: Refusal): string {
  const line = field?.find((part) => /^\d+$/.test(part));
  if (line === undefined) return message;
  return wordsOf("registrations/form")("line", { number: Number(line) + 1, message });
}
