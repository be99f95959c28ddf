import { expect, test } from "vitest";
import { filterOf, midnightInParis, parseHistorySearch } from "./search";

test("a period includes its first and last day, even when the clocks change", () => {
  const filter = filterOf({ du: "2026-10-25", au: "2026-10-25" });
  expect([filter.from, filter.until]).toEqual(["2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"]);
  expect(midnightInParis("2027-03-28")).toBe("2027-03-28T00:00:00+01:00");
  expect(midnightInParis("2027-03-29")).toBe("2027-03-29T00:00:00+02:00");
});

test("the entries of one request are listed by the id of any of them", () => {
  const search = parseHistorySearch({ groupe: "abc", operation: "ACCOUNT_RENEWED" });
  expect(filterOf(search)).toMatchObject({ group: "abc", operations: ["ACCOUNT_RENEWED"] });
  expect(filterOf({}).group).toBeNull();
});

test("an unknown value is not in the URL", () => {
  expect(parseHistorySearch({ operation: "DANCE", du: "hier", texte: "" })).toEqual({});
});
