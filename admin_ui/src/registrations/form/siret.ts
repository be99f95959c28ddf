/** What can be said of a SIRET while it is typed: 14 digits, the ninth and last of which are computed (Luhn). */

export type SiretState = "empty" | "short" | "long" | "notDigits" | "wrong" | "right";

const DIGITS = 14;
/** The SIREN, with which it begins. */
const SIREN_DIGITS = 9;
/** La Poste computes the check digit of its offices otherwise; the service knows how. */
const LA_POSTE = "356000000";

/** The SIRET without spaces and dots. */
export function bareSiret(text: string): string {
  return text.replace(/[\s.]/g, "");
}

export function siretState(text: string): SiretState {
  const digits = bareSiret(text);
  if (digits === "") return "empty";
  if (!/^\d+$/.test(digits)) return "notDigits";
  if (digits.length !== DIGITS) return digits.length < DIGITS ? "short" : "long";
  if (digits.startsWith(LA_POSTE)) return "right";
  return isLuhn(digits) && isLuhn(digits.slice(0, SIREN_DIGITS)) ? "right" : "wrong";
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
