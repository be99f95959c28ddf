// node audits/breaking.mjs <released.graphql> <current.graphql>: prints breaking changes, one a line; exits with 1 if there are any.
import { readFile } from "node:fs/promises";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

const [released, current] = await Promise.all(
  process.argv.slice(2).map(async (path) => buildSchema(await readFile(path, "utf8"))),
);
const changes = await diff(released, current);
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
for (const change of breaking) console.log(change.message);
process.exitCode = breaking.length > 0 ? 1 : 0;
