import { expect, test } from "vitest";
import { countOf, currentOf, skippedAgain, type Tour, withOutcome } from "./tour";

const tour: Tour = {
  employers: ["VF1", "VF2", "VF3"].map((contractNumber) => ({ name: contractNumber, contractNumber })),
  outcomes: {},
};

test("the first that is neither done nor skipped is the current one", () => {
  expect(currentOf(tour)).toMatchObject({ employer: { contractNumber: "VF1" }, place: 1 });
  expect(currentOf(withOutcome(tour, "VF1", "skipped"))).toMatchObject({ place: 2 });
});

test("after the last one there is no current one, and those skipped can be taken again", () => {
  const ended = (["done", "skipped", "done"] as const).reduce(
    (state, outcome, index) => withOutcome(state, `VF${index + 1}`, outcome),
    tour,
  );
  expect(currentOf(ended)).toBeNull();
  expect([countOf(ended, "done"), countOf(ended, "skipped")]).toEqual([2, 1]);
  expect(skippedAgain(ended).employers.map(({ contractNumber }) => contractNumber)).toEqual(["VF2"]);
});
