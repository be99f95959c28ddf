import { expect, test } from "vitest";
import { forgotten, isPinned, opened, type RememberedEmployers, togglePin } from "./remembered";

const town = (number: number) => ({ name: `Ville ${number}`, contractNumber: `VF${number}`, siret: "0" });

test("the employer opened last comes first, once, and five others are kept", () => {
  let remembered: RememberedEmployers | null = null;
  for (const number of [1, 2, 3, 4, 5, 6, 7, 3]) remembered = opened(remembered, town(number));
  expect(remembered?.recent.map(({ contractNumber }) => contractNumber)).toEqual([
    "VF3",
    "VF7",
    "VF6",
    "VF5",
    "VF4",
    "VF2",
  ]);
});

test("an employer is pinned, and unpinned by the same button", () => {
  const pinned = togglePin(null, town(1));
  expect(isPinned(pinned, "VF1")).toBe(true);
  expect(isPinned(togglePin(pinned, town(1)), "VF1")).toBe(false);
});

test("an employer that is no longer open leaves both lists", () => {
  const remembered = togglePin(opened(null, town(1)), town(1));
  expect(forgotten(remembered, "VF1")).toEqual({ pinned: [], recent: [] });
});
