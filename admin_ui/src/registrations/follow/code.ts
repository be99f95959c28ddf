/** The code of the letter: 8 characters of an alphabet without those that are mistaken for others (A4, N1). */

const CHARACTERS = 8;
const ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY";

/** What cannot be a code, before one of its tries is used up: a foreign character, or the number of missing ones. */
export type CodeFault =
  | { kind: "empty" }
  | { kind: "foreign"; character: string }
  | { kind: "length"; count: number };

/** Null if it can be a code; case, spaces and hyphens do not matter. */
export function codeFault(typed: string): CodeFault | null {
  const characters = [...typed.toUpperCase()].filter((character) => !/[\s\p{Pd}._]/u.test(character));
  if (characters.length === 0) return { kind: "empty" };
  const foreign = characters.find((character) => !ALPHABET.includes(character));
  if (foreign !== undefined) return { kind: "foreign", character: foreign };
  return characters.length === CHARACTERS ? null : { kind: "length", count: characters.length };
}
