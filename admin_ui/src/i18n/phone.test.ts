import { expect, test } from "vitest";
import { formatPhone } from "./phone";

test("a French phone number is written in pairs, a foreign one unchanged, a missing one as an empty text", () => {
  expect(formatPhone("+33241051938")).toBe("02 41 05 19 38");
  expect(formatPhone("+3227900000")).toBe("+3227900000");
  expect(formatPhone(null)).toBe("");
});
