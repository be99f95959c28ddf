import { expect, test } from "vitest";
import passwords from "./passwords.json";
import { brokenRules, RULES } from "./rules";

test.each(passwords as [string, string[]][])(
  "the rules that %j breaks are those that the service finds",
  (password, broken) => {
    expect(new Set(brokenRules(password))).toEqual(new Set(broken));
  },
);

test("the table has a password for every rule", () => {
  expect(new Set(passwords.flatMap(([, broken]) => broken as string[]))).toEqual(new Set(RULES));
});
