import { expect, test } from "vitest";
import { cleaned } from "./cleaned";

test("pasted text loses what cannot be seen, and keeps its accents and apostrophes", () => {
  expect(cleaned("\u200bO\u2019Brien\u00ad\ufeff")).toBe("O\u2019Brien");
  expect(cleaned("S\u00e9verine")).toBe("S\u00e9verine");
});
