import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const LAYERS_OTHER_THAN_FEATURES = [
  "gql",
  "i18n",
  "design",
  "service",
  "routing",
  "graphiql",
  "exploitation",
];

test("every feature is in the rules of biome.json that keep the layers apart", () => {
  const features = readdirSync("src", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(`src/${entry.name}`).length > 0)
    .map(({ name }) => name)
    .filter((name) => !LAYERS_OTHER_THAN_FEATURES.includes(name));
  const lists = readFileSync("biome.json", "utf8").match(/\{accounts,[^}]*\}/g) ?? [];
  expect(features).not.toEqual([]);
  for (const list of lists) {
    const names = list.slice(1, -1).split(",");
    expect(names.filter((name) => name !== "graphiql")).toEqual(features.sort());
  }
});
