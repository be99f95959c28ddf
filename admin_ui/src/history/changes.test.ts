import { expect, test } from "vitest";
import { wordsOf } from "../i18n/words";
import { actorLabel, formatValue } from "./changes";

const approval = (after: string) =>
  formatValue({ field: "approvedBy", before: null, after } as Parameters<typeof formatValue>[0], after);

test.each(["operator", "operator Odile Brun"])("who approved reads as the actor does: %s", (actor) => {
  expect(approval(actor)).toBe(actorLabel(actor));
});

test("an operator is of the platform's team", () => {
  expect(actorLabel("operator Odile Brun")).toBe(wordsOf("history")("operatorNamed", { name: "Odile Brun" }));
  expect(actorLabel("Jean Louty")).toBe("Jean Louty");
});
