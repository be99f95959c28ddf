import { expect, test } from "vitest";
import type { WholeFragment } from "../../gql/graphql";
import { changedFields, editsFrom, isPromotion, modificationInput, rebased } from "./edits";

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

test("an unchanged value is not sent", () => {
  expect(modificationInput(sara, editsFrom(sara), "E")).toEqual({ employerId: "E", id: "1", version: 3 });
});

test("only changed values are sent, and an address without its empty lines", () => {
  const original = editsFrom(sara);
  const edits = {
    details: { ...original.details, department: "", address: "1 rue A\n\n44000 Nantes\n" },
    levels: { ...original.levels, B: "WRITE" as const },
  };
  expect(modificationInput(sara, edits, "E")).toEqual({
    employerId: "E",
    id: "1",
    version: 3,
    department: "",
    professionalAddress: ["1 rue A", "44000 Nantes"],
    rights: [{ service: "B", level: "WRITE" }],
  });
});

test("a promotion is a user who becomes an administrator", () => {
  const original = editsFrom(sara);
  const promoted = { ...original, details: { ...original.details, profile: "ADMINISTRATOR" as const } };
  expect(isPromotion(sara, promoted)).toBe(true);
  expect(isPromotion({ ...sara, profile: "ADMINISTRATOR" } as WholeFragment, promoted)).toBe(false);
});

test("after a conflict, my changes are applied to theirs, and theirs remain where I changed nothing", () => {
  const original = editsFrom(sara);
  const mine = {
    details: { ...original.details, lastName: "Durand" },
    levels: { ...original.levels, A: "WRITE" as const },
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
  const merged = rebased(sara, mine, theirs);
  expect(merged.details).toMatchObject({ lastName: "Durand", department: "Paye" });
  expect(merged.levels).toEqual({ A: "WRITE", B: "READ" });
  expect(changedFields(theirs, merged)).toEqual(["lastName"]);
});
