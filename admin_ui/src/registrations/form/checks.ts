/** What can be refused before anything is sent. The service checks all of it again, and more. */
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { type FieldName, isAddress, isCivility, isRequired, linesOf, type Values } from "./fields";
import { siretState } from "./siret";

const MAX_LINES = 6;
const MAX_LINE_CHARACTERS = 38;

/** The refusals of these fields, at most one each. */
export function checkFields(names: readonly FieldName[], values: Values): Refusal[] {
  return names.flatMap((name) => {
    const message = refusalOf(name, values[name]);
    return message === null ? [] : [{ code: "INVALID", field: name.split("."), message }];
  });
}

/** The number of the first step that something is missing in, from 1; the last one if nothing is. */
export function firstOpenStep(steps: readonly { names: readonly FieldName[] }[], values: Values): number {
  const index = steps.findIndex(({ names }) => checkFields(names, values).length > 0);
  return index === -1 ? steps.length : index + 1;
}

function refusalOf(name: FieldName, value: string): string | null {
  const t = wordsOf("registrations/form");
  if (value.trim() === "") {
    if (!isRequired(name)) return null;
    return t(isCivility(name) ? "chooseCivility" : "missing");
  }
  if (name === "siret") return siretRefusal(value);
  if (isAddress(name)) return addressRefusal(linesOf(value));
  return null;
}

/** Also while it is typed, except that it is too short. */
export function siretRefusal(value: string): string | null {
  const state = siretState(value);
  return state === "empty" || state === "right" ? null : wordsOf("registrations/form")(`siret.${state}`);
}

function addressRefusal(lines: string[]): string | null {
  const t = wordsOf("registrations/form");
  if (lines.length > MAX_LINES) return t("tooManyLines", { count: lines.length });
  const index = lines.findIndex((line) => [...line].length > MAX_LINE_CHARACTERS);
  if (index === -1) return null;
  return t("lineTooLong", { number: index + 1, count: [...(lines[index] ?? "")].length });
}
