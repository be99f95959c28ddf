import { expect, test } from "vitest";
import { codeFault } from "./code";

test.each(["K7MX-2PQ9", "k7mx2pq9", " K7MX 2PQ9 ", "K7MX–2PQ9"])("%s can be a code", (typed) => {
  expect(codeFault(typed)).toBeNull();
});

test("what cannot be a code uses no try up", () => {
  expect(codeFault(" - ")).toEqual({ kind: "empty" });
  expect(codeFault("K7MX-2PQ")).toEqual({ kind: "length", count: 7 });
  expect(codeFault("K7MX-2PQ99")).toEqual({ kind: "length", count: 9 });
  expect(codeFault("K7MX-2PO9")).toEqual({ kind: "foreign", character: "O" });
});
