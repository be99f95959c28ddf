import { expect, test } from "vitest";
import type { RowFragment } from "../../../gql/graphql";
import { splitIntoGroups } from "./groups";

const GROUPS = [
  { key: "", count: 2, spellings: ["-"] },
  { key: "RH", count: 3, spellings: ["RH", "rh", "R-H"] },
  { key: "Zone", count: 1, spellings: ["Zone"] },
];
const ROWS = [null, "-", "rh", "RH", "R-H", "Zone"].map((department) => ({ department }) as RowFragment);
const headings = (groups?: typeof GROUPS) =>
  splitIntoGroups(ROWS, "DEPARTMENT", groups).map(({ key, rows }) => [key, rows.length]);

test("a department has one heading however it is written", () => {
  expect(headings(GROUPS)).toEqual(GROUPS.map(({ key, count }) => [key, count]));
});

test("until the groups have loaded, each way of writing has its heading", () => {
  expect(headings().map(([key]) => key)).toEqual(["", "-", "rh", "RH", "R-H", "Zone"]);
});
