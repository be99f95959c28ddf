/** The service's refusals in a form: beside each field, and in the summary above the form. */
import type { FormError } from "../design/ErrorSummary";
import type { Refusal } from "./client";

/** The first message for each field, by the field's name. */
export function messageByField(refusals: readonly Refusal[]): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { field, message } of refusals) {
    const name = field?.[0];
    if (name !== undefined) messages[name] ??= message;
  }
  return messages;
}

/** `labelOf` returns the label of a form field, which precedes the message, or null for anything else. */
export function summaryErrors(
  refusals: readonly Refusal[],
  labelOf: (field: string) => string | null,
): FormError[] {
  return refusals.map(({ field, message }) => {
    const name = field?.[0] ?? null;
    const label = name === null ? null : labelOf(name);
    return {
      fieldId: label === null ? null : name,
      message: label === null ? message : `${label} : ${message}`,
    };
  });
}
