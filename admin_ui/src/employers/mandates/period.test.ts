import { expect, test } from "vitest";
import { addMonths, proposedPeriod, successorPeriod } from "./period";

test("a month without that day gives its last day", () => {
  expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
  expect(addMonths("2027-12-31", 2)).toBe("2028-02-29");
});

test("a mandate is proposed from today for twelve months", () => {
  expect(proposedPeriod("2026-11-29")).toEqual({ startsOn: "2026-11-29", endsOn: "2027-11-29" });
});

test("the successor starts the day after the mandate ends", () => {
  expect(successorPeriod({ endsOn: "2026-12-31" }, "2026-11-29").startsOn).toBe("2027-01-01");
});

test("the successor of a mandate that is past starts today", () => {
  expect(successorPeriod({ endsOn: "2026-10-31" }, "2026-11-29").startsOn).toBe("2026-11-29");
});
