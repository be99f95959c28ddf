import { expect, test } from "vitest";
import { oneOf, parsed, stringified } from "./search";

test("what an address says is read back as it was written", () => {
  const search = { texte: "l’Hôpital & fils", page: "2" };
  expect(parsed(stringified(search))).toEqual(search);
});

test("what is empty is not in the address", () => {
  expect(stringified({ texte: "", tri: undefined })).toBe("");
});

test("a value that is not known is the first", () => {
  expect(oneOf(["nom", "statut"], "autre")).toBe("nom");
});
