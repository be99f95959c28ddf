import { expect, test } from "vitest";
import type { OfferedServiceFragment } from "../../gql/graphql";
import { byTheme, changedServices, setAll } from "./levels";

const career = { code: "CAREER", label: "Carrière" };
const pay = { code: "PAY", label: "Cotisations" };
const services: OfferedServiceFragment[] = [
  { code: "A", label: "Affiliation", levels: ["NONE", "READ", "WRITE"], theme: career },
  { code: "P", label: "Paiements", levels: ["NONE", "READ"], theme: pay },
  { code: "B", label: "Avis", levels: ["NONE", "WRITE"], theme: career },
];

test("services are grouped by theme, in the order of the catalogue", () => {
  const themes = byTheme(services).map(({ code, services }) => [
    code,
    services.map((service) => service.code),
  ]);
  expect(themes).toEqual([
    ["CAREER", ["A", "B"]],
    ["PAY", ["P"]],
  ]);
});

test("setting all gives each service the level, or the highest lower one that it offers", () => {
  expect(setAll({}, services, "WRITE")).toEqual({ A: "WRITE", P: "READ", B: "WRITE" });
  expect(setAll({}, services, "READ")).toEqual({ A: "READ", P: "READ", B: "NONE" });
});

test("a missing service has the level NONE: setting it to NONE is no change", () => {
  expect(changedServices({ A: "READ" }, { A: "READ", B: "NONE", P: "READ" })).toEqual(["P"]);
});
