import { expect, test } from "vitest";
import { filterOf, historySearch, midnightInParis } from "./search";

test("a period has both its days whole, over the change of the clock too", () => {
  const filter = filterOf({ du: "2026-10-25", au: "2026-10-25" });
  expect([filter.from, filter.until]).toEqual(["2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"]);
  expect(midnightInParis("2027-03-28")).toBe("2027-03-28T00:00:00+01:00");
  expect(midnightInParis("2027-03-29")).toBe("2027-03-29T00:00:00+02:00");
});

test("what is unknown is not in the address", () => {
  expect(historySearch({ operation: "DANCE", du: "hier", texte: "" })).toEqual({});
});
