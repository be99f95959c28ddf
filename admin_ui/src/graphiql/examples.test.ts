import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { examples } from "./examples";

const schema = buildSchema(readFileSync("../schema/schema.graphql", "utf8"));

test.each(examples("fr", "an employer", "a key"))(
  "an example is valid against the schema: $query",
  ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  },
);

test("the examples differ between languages in their notes only", () => {
  const withoutNotes = (language: "fr" | "en") =>
    examples(language, "e", "k").map(({ query }) => query.replace(/^#.*\n/gm, ""));
  expect(withoutNotes("en")).toEqual(withoutNotes("fr"));
});
