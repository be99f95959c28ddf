type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear" | "length">;

/** GraphiQL's `shouldPersistHeaders` leaves headers out of its tabs, but not out of these lists. */
const LISTS = /:(queries|favorites)$/;

/** GraphiQL's storage in this tab until sign-out, without headers, which can hold a partner's key. */
export function withoutHeaders(inner: TabStorage): TabStorage {
  return {
    getItem: (key) => inner.getItem(key),
    setItem: (key, value) => inner.setItem(key, LISTS.test(key) ? removeHeaders(value) : value),
    removeItem: (key) => inner.removeItem(key),
    clear: () => inner.clear(),
    get length() {
      return inner.length;
    },
  };
}

function removeHeaders(list: string): string {
  return JSON.stringify(JSON.parse(list), (name, value) => (name === "headers" ? undefined : value));
}
