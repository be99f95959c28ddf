import { expect, test } from "vitest";
import { monthAfter, twelveMonths } from "./months";

test("a year of months, over the new year, those without accounts too", () => {
  const months = twelveMonths("2026-11-24", [{ key: "2027-01", count: 3 }]);
  expect(months.map(({ key }) => key).slice(0, 4)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(months.map(({ count }) => count).slice(0, 4)).toEqual([0, 0, 3, 0]);
  expect(months).toHaveLength(12);
});

test("the month after the last of a year is the first of the next", () => {
  expect(monthAfter("2026-12-31", 1)).toBe("2027-01");
});
