/** What GraphiQL keeps in this tab until sign-out: questions, but never headers, where keys are typed. */
type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear" | "length">;

/** GraphiQL leaves headers out of its tabs, though not out of these. */
const LISTS = /:(queries|favorites)$/;

export function withoutHeaders(inner: Memory): Memory {
  return {
    getItem: (key) => inner.getItem(key),
    setItem: (key, value) => inner.setItem(key, LISTS.test(key) ? bare(value) : value),
    removeItem: (key) => inner.removeItem(key),
    clear: () => inner.clear(),
    get length() {
      return inner.length;
    },
  };
}

function bare(list: string): string {
  return JSON.stringify(JSON.parse(list), (name, value) => (name === "headers" ? undefined : value));
}
