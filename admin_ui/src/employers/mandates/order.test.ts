import { expect, test } from "vitest";
import { byUrgency, matching } from "./order";

const centre = { name: "Centre de gestion", siret: "28000003500012" };
const mandate = (name: string, endsOn: string, state: "PROPOSED" | "ACTIVE" = "ACTIVE") => ({
  giver: { name, siret: `1234500000000${name.length}` },
  centre,
  endsOn,
  state,
});
const rezé = mandate("Rezé", "2028-01-31");
const nantes = mandate("Nantes", "2027-01-31");
const brest = mandate("Brest", "2029-01-31", "PROPOSED");
const all = [rezé, nantes, brest];

test("proposals come first, then what ends first", () => {
  expect(byUrgency(all)).toEqual([brest, nantes, rezé]);
});

test("a text is searched in the name of the other side, without accents, and in its SIRET", () => {
  expect(matching(all, "held", " REZE")).toEqual([rezé]);
  expect(matching(all, "held", "12345 00000 0006")).toEqual([nantes]);
  expect(matching(all, "given", "rezé")).toEqual([]);
  expect(matching(all, "held", "")).toEqual(all);
});
