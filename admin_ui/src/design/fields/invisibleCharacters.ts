/** Invisible characters that pasted text often contains: zero-width, text direction, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

export function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}
