/**
 * Whether a service's label holds each word that was typed, whatever its case, accents, hyphens and
 * apostrophes: the rule of every search (L1).
 */
export function matchesFilter(label: string, typed: string): boolean {
  const folded = fold(label);
  return typed.split(/\s+/).every((word) => folded.includes(fold(word)));
}

/** In lower case, without accents, spaces, hyphens, apostrophes, dots and zero-width characters. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}\p{Pd}\s'’‘ʼ`´.]/gu, "")
    .toLowerCase();
}
