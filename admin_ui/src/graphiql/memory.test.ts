import { expect, test } from "vitest";
import { withoutHeaders } from "./memory";

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
}

test.each(["graphiql:queries", "graphiql:favorites"])("questions are kept in %s without headers", (key) => {
  const inner = memory();
  const asked = { query: "{ viewer { kind } }", variables: '{"headers": 1}' };
  withoutHeaders(inner).setItem(
    key,
    JSON.stringify({ queries: [{ ...asked, headers: '{"Authorization": "Bearer secret"}' }] }),
  );
  expect(JSON.parse(inner.kept.get(key) ?? "")).toEqual({ queries: [asked] });
});

test("all else is kept as it is", () => {
  const inner = memory();
  const outer = withoutHeaders(inner);
  outer.setItem("graphiql:variables", '{ "headers": 1 }');
  expect(outer.getItem("graphiql:variables")).toBe('{ "headers": 1 }');
  expect(outer.length).toBe(1);
  outer.removeItem("graphiql:variables");
  expect(inner.kept.size).toBe(0);
});
