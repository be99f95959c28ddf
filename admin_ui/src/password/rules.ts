/** The rules of P1 that can be ticked while one types; the service alone judges, and knows two more. */
export const RULES = ["LENGTH", "DIGIT", "LOWER_CASE", "UPPER_CASE", "SPECIAL", "NOT_TOO_LONG"] as const;
export type Rule = (typeof RULES)[number];

const SHORTEST = 8;
const LONGEST = 128;

/** Those that this password breaks, as models/rules/sign_in/password.py has them; passwords.json holds both to it. */
export function brokenRules(typed: string): Rule[] {
  const password = typed.normalize("NFC");
  const length = [...password].length;
  const met: Record<Rule, boolean> = {
    LENGTH: length >= SHORTEST,
    DIGIT: /\p{Nd}/u.test(password),
    LOWER_CASE: /\p{Lowercase}/u.test(password),
    UPPER_CASE: /\p{Uppercase}/u.test(password),
    SPECIAL: /[\p{P}\p{S}]/u.test(password),
    NOT_TOO_LONG: length <= LONGEST,
  };
  return RULES.filter((rule) => !met[rule]);
}
