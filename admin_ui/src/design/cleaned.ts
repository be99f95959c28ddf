/** Characters that nobody sees and that come along when text is pasted: zero-width, direction, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

export function cleaned(text: string): string {
  return text.replace(INVISIBLE, "");
}
