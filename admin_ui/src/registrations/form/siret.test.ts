import { expect, test } from "vitest";
import { siretState } from "./siret";

test.each([
  ["", "empty"],
  ["264 400", "short"],
  ["26440013600471", "right"],
  ["264 400 136 00471", "right"],
  ["26440013600472", "wrong"],
  ["21440001000101", "wrong"], // of no SIREN
  ["264400136004710", "long"],
  ["2644001360047O", "notDigits"],
])("%s is %s", (text, state) => {
  expect(siretState(text)).toBe(state);
});

test("an office of La Poste is left to the service", () => {
  expect(siretState("35600000049837")).toBe("right");
  expect(siretState("35600000000001")).toBe("right");
});
