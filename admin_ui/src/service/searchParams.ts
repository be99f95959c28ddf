/** The search parameters of a URL as plain text, without empty values. */
export type SearchParams = Record<string, string | undefined>;

export function parseSearchParams(text: string): SearchParams {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearchParams(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** `value` if it is one of `options`, else the first of them. */
export function oneOf<Value extends string>(options: readonly Value[], value: string | undefined): Value {
  return options.find((option) => option === value) ?? (options[0] as Value);
}
