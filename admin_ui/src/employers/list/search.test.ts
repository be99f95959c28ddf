import { expect, test } from "vitest";
import { fromFirstPage, parseEmployersSearch } from "./search";

test("a default or unknown value is not in the URL, nor a page without its cursor", () => {
  expect(parseEmployersSearch({ onglet: "x", tri: "du", page: "3" })).toEqual({});
});

test("a changed search shows its first page", () => {
  expect(fromFirstPage({ apres: "abc", page: "2", tri: "nom" }, { recherche: "nantes" })).toEqual({
    tri: "nom",
    recherche: "nantes",
  });
});
