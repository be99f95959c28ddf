import { expect, test } from "vitest";
import type { WholeFragment } from "../gql/graphql";
import { asRead, changedFields, isPromotion, modification, rebased } from "./edits";

const service = (code: string) => ({
  code,
  label: code,
  levels: ["NONE", "READ", "WRITE"] as const,
  theme: { code: "T", label: "T" },
});
const sara = {
  id: "1",
  version: 3,
  civility: "MADAME",
  lastName: "Dupont",
  firstName: "Sara",
  email: "s@example.fr",
  phone: null,
  department: "RH",
  professionalAddress: [],
  profile: "USER",
  rights: [
    { level: "READ", service: service("A") },
    { level: "NONE", service: service("B") },
  ],
} as unknown as WholeFragment;

test("what is as it was read is not sent", () => {
  expect(modification(sara, asRead(sara))).toEqual({ id: "1", version: 3 });
});

test("only what was changed is sent, empty lines of an address left out", () => {
  const read = asRead(sara);
  const edits = {
    details: { ...read.details, department: "", address: "1 rue A\n\n44000 Nantes\n" },
    levels: { ...read.levels, B: "WRITE" as const },
  };
  expect(modification(sara, edits)).toEqual({
    id: "1",
    version: 3,
    department: "",
    professionalAddress: ["1 rue A", "44000 Nantes"],
    rights: [{ service: "B", level: "WRITE" }],
  });
});

test("only a user made an administrator is a promotion", () => {
  const read = asRead(sara);
  const up = { ...read, details: { ...read.details, profile: "ADMINISTRATOR" as const } };
  expect(isPromotion(sara, up)).toBe(true);
  expect(isPromotion({ ...sara, profile: "ADMINISTRATOR" } as WholeFragment, up)).toBe(false);
});

test("after a conflict, my changes stand on theirs, and theirs stay where I changed nothing", () => {
  const read = asRead(sara);
  const mine = {
    details: { ...read.details, lastName: "Durand" },
    levels: { ...read.levels, A: "WRITE" as const },
  };
  const theirs = {
    ...sara,
    version: 4,
    department: "Paye",
    rights: [
      { level: "NONE", service: service("A") },
      { level: "READ", service: service("B") },
    ],
  } as unknown as WholeFragment;
  const both = rebased(sara, mine, theirs);
  expect(both.details).toMatchObject({ lastName: "Durand", department: "Paye" });
  expect(both.levels).toEqual({ A: "WRITE", B: "READ" });
  expect(changedFields(theirs, both)).toEqual(["lastName"]);
});
