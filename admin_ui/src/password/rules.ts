/** The rules of P1 that can be checked while typing. The service alone decides, and checks two more. */
export const RULES = ["LENGTH", "DIGIT", "LOWER_CASE", "UPPER_CASE", "SPECIAL", "NOT_TOO_LONG"] as const;
export type Rule = (typeof RULES)[number];

const MIN_LENGTH = 8;
const MAX_LENGTH = 128;

/** The rules that a password breaks. passwords.json tests that models/rules gives the same result. */
export function brokenRules(typed: string): Rule[] {
  const password = typed.normalize("NFC");
  const length = [...password].length;
  const met: Record<Rule, boolean> = {
    LENGTH: length >= MIN_LENGTH,
    DIGIT: /\p{Nd}/u.test(password),
    LOWER_CASE: /\p{Lowercase}/u.test(password),
    UPPER_CASE: /\p{Uppercase}/u.test(password),
    SPECIAL: /[\p{P}\p{S}]/u.test(password),
    NOT_TOO_LONG: length <= MAX_LENGTH,
  };
  return RULES.filter((rule) => !met[rule]);
}
