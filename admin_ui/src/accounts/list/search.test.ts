import { expect, test } from "vitest";
import { criteriaOf, fromFirstPage, orderByOf, parseAccountsSearch } from "./search";

test("a default, unknown or empty value is not in the URL", () => {
  const search = parseAccountsSearch({
    dans: "ALL",
    grouper: "AGE",
    statut: "ALL",
    tri: "x",
    page: "-1",
    echeance: "2027-13",
  });
  expect(search).toEqual({});
});

test("a changed search shows its first page, with nothing selected", () => {
  const search = parseAccountsSearch({
    recherche: "louty",
    apres: "abc",
    page: "3",
    choix: "tout",
    sens: "DESC",
  });
  expect(fromFirstPage(search, { recherche: "chopin" })).toEqual({ recherche: "chopin", sens: "DESC" });
});

test("the accounts that expire in a month are those from its first day until the first day of the next", () => {
  expect(criteriaOf({ echeance: "2027-12" }, "2026-11-24").filter).toEqual({
    expiresFrom: "2027-12-01",
    expiresBefore: "2028-01-01",
  });
});

test("what is to renew has expired, or expires today or within 60 days", () => {
  expect(parseAccountsSearch({ echeance: "dus" })).toEqual({ echeance: "dus" });
  expect(criteriaOf({ echeance: "dus" }, "2026-03-01").filter).toEqual({ expiresBefore: "2026-05-01" });
});

test("the accounts that expire within 30 days include today and the thirtieth day", () => {
  expect(criteriaOf({ echeance: "30" }, "2026-03-01").filter).toEqual({
    expiresFrom: "2026-03-01",
    expiresBefore: "2026-04-01",
  });
});

test("what is followed up is a filter of the service, and goes with the status", () => {
  const filterOf = (suivi: string, statut?: string) =>
    criteriaOf(parseAccountsSearch({ suivi, statut }), "2026-11-24").filter;
  expect(filterOf("LOCKED")).toEqual({ locked: true });
  expect(filterOf("NEVER_SIGNED_IN", "ACTIVE")).toEqual({ neverSignedIn: true, statuses: ["ACTIVE"] });
  expect(filterOf("LAPSED", "PENDING")).toEqual({ invitation: ["LAPSED"], statuses: ["PENDING"] });
  expect(filterOf("LOST")).toEqual({});
});

test("a right is a filter of the service, from reading on unless another level is chosen", () => {
  const filterOf = (droit?: string, niveau?: string) =>
    criteriaOf(parseAccountsSearch({ droit, niveau }), "2026-11-24").filter;
  expect(filterOf("CNRACL-01")).toEqual({ service: { service: "CNRACL-01", atLeast: "READ" } });
  expect(filterOf("CNRACL-01", "WRITE")).toEqual({ service: { service: "CNRACL-01", atLeast: "WRITE" } });
  expect(filterOf("CNRACL-01", "NONE")).toEqual({ service: { service: "CNRACL-01", atLeast: "READ" } });
  expect(parseAccountsSearch({ niveau: "WRITE" })).toEqual({});
});

test("a grouping determines the order", () => {
  expect(orderByOf({ grouper: "EXPIRY_MONTH", tri: "FIRST_NAME" }).field).toBe("EXPIRES_ON");
  expect(orderByOf({}).field).toBe("LAST_NAME");
});
