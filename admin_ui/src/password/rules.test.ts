import { expect, test } from "vitest";
import passwords from "./passwords.json";
import { brokenRules, RULES } from "./rules";

test.each(passwords as [string, string[]][])(
  "what is ticked for %j is what the service finds",
  (password, broken) => {
    expect(new Set(brokenRules(password))).toEqual(new Set(broken));
  },
);

test("every rule is broken somewhere in the table", () => {
  expect(new Set(passwords.flatMap(([, broken]) => broken as string[]))).toEqual(new Set(RULES));
});
