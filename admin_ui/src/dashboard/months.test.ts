import { expect, test } from "vitest";
import { monthAfter, nextTwelveMonths } from "./months";

test("twelve months across the new year, including those without accounts", () => {
  const months = nextTwelveMonths("2026-11-24", [{ key: "2027-01", count: 3 }]);
  expect(months.map(({ key }) => key).slice(0, 4)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(months.map(({ count }) => count).slice(0, 4)).toEqual([0, 0, 3, 0]);
  expect(months).toHaveLength(12);
});

test("the month after the last of a year is the first of the next", () => {
  expect(monthAfter("2026-12-31", 1)).toBe("2027-01");
});
