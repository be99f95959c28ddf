import { expect, test } from "vitest";
import { withoutHeaders } from "./storage";

function fakeStorage() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    get length() {
      return values.size;
    },
  };
}

test.each(["graphiql:queries", "graphiql:favorites"])("operations are kept in %s without headers", (key) => {
  const inner = fakeStorage();
  const operation = { query: "{ viewer { kind } }", variables: '{"headers": 1}' };
  withoutHeaders(inner).setItem(
    key,
    JSON.stringify({ queries: [{ ...operation, headers: '{"Authorization": "Bearer secret"}' }] }),
  );
  expect(JSON.parse(inner.values.get(key) ?? "")).toEqual({ queries: [operation] });
});

test("everything else is kept unchanged", () => {
  const inner = fakeStorage();
  const outer = withoutHeaders(inner);
  outer.setItem("graphiql:variables", '{ "headers": 1 }');
  expect(outer.getItem("graphiql:variables")).toBe('{ "headers": 1 }');
  expect(outer.length).toBe(1);
  outer.removeItem("graphiql:variables");
  expect(inner.values.size).toBe(0);
});
