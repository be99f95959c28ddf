// node audits/breaking.mjs <released.graphql> <present.graphql>: what would break clients, a line each; 1 if any.
import { readFile } from "node:fs/promises";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

const [released, present] = await Promise.all(
  process.argv.slice(2).map(async (path) => buildSchema(await readFile(path, "utf8"))),
);
const changes = await diff(released, present);
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
for (const change of breaking) console.log(change.message);
process.exitCode = breaking.length > 0 ? 1 : 0;
