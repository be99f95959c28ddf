import { expect, test } from "vitest";
import { accountsSearch, fromTheStart, matching, orderOf } from "./search";

test("what is usual, unknown or empty is not in the address", () => {
  const search = accountsSearch({
    dans: "ALL",
    grouper: "AGE",
    statut: "ALL",
    tri: "x",
    page: "-1",
    echeance: "2027-13",
  });
  expect(search).toEqual({});
});

test("another search begins at its first page, with nothing selected", () => {
  const search = accountsSearch({ recherche: "louty", apres: "abc", page: "3", choix: "tout", sens: "DESC" });
  expect(fromTheStart(search, { recherche: "chopin" })).toEqual({ recherche: "chopin", sens: "DESC" });
});

test("accounts that expire in a month are those from its first day to the next month's", () => {
  expect(matching({ echeance: "2027-12" }, "2026-11-24").filter).toEqual({
    expiresFrom: "2027-12-01",
    expiresBefore: "2028-01-01",
  });
});

test("accounts that expire within 30 days are those of today and of the thirtieth day", () => {
  expect(matching({ echeance: "30" }, "2026-03-01").filter).toEqual({
    expiresFrom: "2026-03-01",
    expiresBefore: "2026-04-01",
  });
});

test("groups order the list", () => {
  expect(orderOf({ grouper: "EXPIRY_MONTH", tri: "FIRST_NAME" }).field).toBe("EXPIRES_ON");
  expect(orderOf({}).field).toBe("LAST_NAME");
});
