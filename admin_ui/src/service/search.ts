/** The search part of an address: plain text, empty values left out. */
export type Search = Record<string, string | undefined>;

export function parsed(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringified(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** The value if it is one of those known, else the first. */
export function oneOf<Value extends string>(known: readonly Value[], value: string | undefined): Value {
  return known.find((one) => one === value) ?? (known[0] as Value);
}
