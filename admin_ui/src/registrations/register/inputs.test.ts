import { expect, test } from "vitest";
import { NO_VALUES } from "../form/fields";
import { savedValues, savingInput } from "./inputs";

test("a form comes back as it was saved, half filled in or whole", () => {
  const values = {
    ...NO_VALUES,
    siret: "264 400",
    postalAddress: "5 ALLEE DE L'ILE GLORIETTE\n44035 NANTES",
    "representative.civility": "MADAME",
    "administrator.email": "jean@chu.example",
  };
  const saved = savingInput(values, "jean@chu.example", "");
  expect(saved.token).toBeNull();
  expect(savedValues(saved)).toEqual(values);
});
