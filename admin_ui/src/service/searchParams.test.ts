import { expect, test } from "vitest";
import { oneOf, parseSearchParams, stringifySearchParams } from "./searchParams";

test("search parameters are parsed as they were written", () => {
  const search = { texte: "l’Hôpital & fils", page: "2" };
  expect(parseSearchParams(stringifySearchParams(search))).toEqual(search);
});

test("an empty value is not in the URL", () => {
  expect(stringifySearchParams({ texte: "", tri: undefined })).toBe("");
});

test("an unknown value is replaced by the first option", () => {
  expect(oneOf(["nom", "statut"], "autre")).toBe("nom");
});
