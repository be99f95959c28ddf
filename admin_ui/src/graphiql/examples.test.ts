import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { examples } from "./examples";

const schema = buildSchema(readFileSync("../schema/schema.graphql", "utf8"));

test.each(examples("fr", "an employer", "a key"))(
  "an example is what the schema offers: $query",
  ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  },
);

test("the same in both languages, but for the notes", () => {
  const bare = (language: "fr" | "en") =>
    examples(language, "e", "k").map(({ query }) => query.replace(/^#.*\n/gm, ""));
  expect(bare("en")).toEqual(bare("fr"));
});
