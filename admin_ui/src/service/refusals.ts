/** The service's refusals in a form: beside each field, and in the summary above the form. */
import type { FormError } from "../design/ErrorSummary";
import { wordsOf } from "../i18n/words";
import type { Refusal } from "./client";

/** The first message for each field, by the field's name. */
export function messageByField(refusals: readonly Refusal[]): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const refusal of refusals) {
    const name = refusal.field?.[0];
    if (name !== undefined) messages[name] ??= withLine(refusal);
  }
  return messages;
}

/** `labelOf` returns the label of a form field, which precedes the message, or null for anything else. */
export function summaryErrors(
  refusals: readonly Refusal[],
  labelOf: (field: string) => string | null,
): FormError[] {
  return refusals.map((refusal) => {
    const name = refusal.field?.[0] ?? null;
    const message = withLine(refusal);
    const label = name === null ? null : labelOf(name);
    return {
      fieldId: label === null ? null : name,
      message: label === null ? message : `${label} : ${message}`,
    };
  });
}

/** Such as "Ligne 2 : 72 caractères, c’est trop": the service numbers the lines of an address from 0. */
function withLine({ field, message }: Refusal): string {
  const [name = "", line = ""] = field ?? [];
  if (!/Address$/.test(name) || !/^\d+$/.test(line)) return message;
  return wordsOf("service")("line", { number: Number(line) + 1, message });
}
