import { expect, test } from "vitest";
import type { OfferedServiceFragment } from "../gql/graphql";
import { byTheme, changed, setAll } from "./levels";

const career = { code: "CAREER", label: "Carrière" };
const pay = { code: "PAY", label: "Cotisations" };
const services: OfferedServiceFragment[] = [
  { code: "A", label: "Affiliation", levels: ["NONE", "READ", "WRITE"], theme: career },
  { code: "P", label: "Paiements", levels: ["NONE", "READ"], theme: pay },
  { code: "B", label: "Avis", levels: ["NONE", "WRITE"], theme: career },
];

test("services stand under their themes, in the order they come in", () => {
  const found = byTheme(services).map(({ code, services }) => [code, services.map((one) => one.code)]);
  expect(found).toEqual([
    ["CAREER", ["A", "B"]],
    ["PAY", ["P"]],
  ]);
});

test("setting all gives each service the level, or the nearest below that it has", () => {
  expect(setAll({}, services, "WRITE")).toEqual({ A: "WRITE", P: "READ", B: "WRITE" });
  expect(setAll({}, services, "READ")).toEqual({ A: "READ", P: "READ", B: "NONE" });
});

test("a service that was not named had no level: giving it none changes nothing", () => {
  expect(changed({ A: "READ" }, { A: "READ", B: "NONE", P: "READ" })).toEqual(["P"]);
});
