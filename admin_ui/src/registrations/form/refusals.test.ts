import { expect, test } from "vitest";
import { NO_VALUES } from "./fields";
import { fieldOf, messageByField, withoutCorrected } from "./refusals";

const LINE = { code: "TOO_LONG", field: ["postalAddress", "2"], message: "Trop long." };
const EMAIL = { code: "INVALID", field: ["administrator", "email"], message: "Mal formée." };
const LATER = { code: "RATE_LIMITED", field: null, message: "Plus tard." };

test("a refusal is of its field, whatever the line of an address", () => {
  expect([LINE, EMAIL, LATER].map(fieldOf)).toEqual(["postalAddress", "administrator.email", ""]);
});

test("the first message of a field stands at it", () => {
  const messages = messageByField([EMAIL, { ...EMAIL, message: "Autre." }]);
  expect(messages).toEqual({ "administrator.email": "Mal formée." });
});

test("only the field that is being corrected loses its error", () => {
  const corrected = { ...NO_VALUES, "administrator.email": "x@y.fr" };
  expect(withoutCorrected([LINE, EMAIL, LATER], NO_VALUES, corrected)).toEqual([LINE, LATER]);
});
