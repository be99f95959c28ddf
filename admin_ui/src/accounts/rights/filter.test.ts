import { expect, test } from "vitest";
import { matchesFilter } from "./filter";

const LABEL = "Déclaration d’arrêt – Saint-Nazaire";

test.each([
  "",
  "declaration",
  "ARRÊT déclaration",
  "d'arrêt",
  "d arret",
  "saint nazaire",
  "Saint-Nazaire",
  "saint\u2010nazaire",
  "saintnazaire",
  "saint\u200bnazaire",
  "arrêt - saint",
])("a service is found however its label is typed: %j", (typed) => {
  expect(matchesFilter(LABEL, typed)).toBe(true);
});

test("each word must be found", () => {
  expect(matchesFilter(LABEL, "saint herblain")).toBe(false);
  expect(matchesFilter(LABEL, "nazaire-saint")).toBe(false);
});
