import { expect, test } from "vitest";
import { isOffered, MAX_BULK_MATCHES } from "./limits";

test("beyond the service's limit, only renewal is offered for all that match: it is done in parts", () => {
  expect(isOffered("renouveler", true, MAX_BULK_MATCHES + 1)).toBe(true);
  expect(isOffered("supprimer", true, MAX_BULK_MATCHES + 1)).toBe(false);
  expect(isOffered("inviter", true, MAX_BULK_MATCHES + 1)).toBe(false);
});

test("up to the limit, and for accounts selected one by one, every action is offered", () => {
  expect(isOffered("supprimer", true, MAX_BULK_MATCHES)).toBe(true);
  expect(isOffered("supprimer", false, 100)).toBe(true);
});
