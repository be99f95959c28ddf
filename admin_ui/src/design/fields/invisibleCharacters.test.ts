import { expect, test } from "vitest";
import { removeInvisible } from "./invisibleCharacters";

test("invisible characters are removed from pasted text, accents and apostrophes are kept", () => {
  expect(removeInvisible("\u200bO\u2019Brien\u00ad\ufeff")).toBe("O\u2019Brien");
  expect(removeInvisible("S\u00e9verine")).toBe("S\u00e9verine");
});
