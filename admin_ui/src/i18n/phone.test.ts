import { expect, test } from "vitest";
import { shownPhone } from "./phone";

test("French phones are shown the French way, foreign ones as they are, none as nothing", () => {
  expect(shownPhone("+33241051938")).toBe("02 41 05 19 38");
  expect(shownPhone("+3227900000")).toBe("+3227900000");
  expect(shownPhone(null)).toBe("");
});
