import { expect, test } from "vitest";
import type { Details } from "./DetailsFields";
import { inFormOrder, missingDetails, withoutCorrected, withoutRights } from "./refusals";

const CLAIRE: Details = {
  civility: "MADAME",
  lastName: "Morel",
  firstName: "Claire",
  email: "claire@chu-nantes.example",
  phone: "",
  department: "",
  profile: "USER",
  address: "",
};
const refusalsOf = (...fields: string[]) =>
  fields.map((name) => ({ code: "REQUIRED", field: [name], message: name }));
const fieldsOf = (refusals: { field?: string[] | null }[]) => refusals.map(({ field }) => field?.[0]);

test("a user needs names and an e-mail address, an administrator a postal address too", () => {
  expect(missingDetails(CLAIRE)).toEqual([]);
  expect(fieldsOf(missingDetails({ ...CLAIRE, firstName: " ", email: "" }))).toEqual(["firstName", "email"]);
  expect(fieldsOf(missingDetails({ ...CLAIRE, profile: "ADMINISTRATOR", address: "\n" }))).toEqual([
    "professionalAddress",
  ]);
});

test("a field that changes loses its refusal, and no other does", () => {
  const refusals = refusalsOf("lastName", "email", "rights");
  const corrected = withoutCorrected(refusals, CLAIRE, { ...CLAIRE, email: "c@chu-nantes.example" });
  expect(fieldsOf(corrected)).toEqual(["lastName", "rights"]);
});

test("the refusal of the postal address goes with the address or with the profile that needs it", () => {
  const refusals = refusalsOf("professionalAddress");
  expect(withoutCorrected(refusals, CLAIRE, { ...CLAIRE, address: "5 ALLEE" })).toEqual([]);
  expect(withoutCorrected(refusals, CLAIRE, { ...CLAIRE, profile: "ADMINISTRATOR" })).toEqual([]);
  expect(withoutCorrected(refusals, CLAIRE, { ...CLAIRE, phone: "02 41 05 19 38" })).toEqual(refusals);
});

test("refusals of rights go when rights change", () => {
  expect(fieldsOf(withoutRights(refusalsOf("rights", "email")))).toEqual(["email"]);
});

test("the summary has the order of the form, after what concerns no field of it", () => {
  const refusals = refusalsOf("email", "civility", "professionalAddress", "rights");
  const fields = inFormOrder(refusals).map(({ field }) => field?.[0]);
  expect(fields).toEqual(["rights", "professionalAddress", "civility", "email"]);
});
