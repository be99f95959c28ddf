/** The form as it is sent, as it is saved to go on with later, and as it comes back. */
import type { RequestRegistrationInput, SaveRegistrationInput } from "../../gql/graphql";
import { ALL_FIELDS, civilityOf, linesOf, NO_VALUES, type Values } from "../form/fields";
import { administratorInput, formInput, orNull } from "../form/inputs";

/** Of a form that is filled in; `token`: of the saved form that it goes on with, or an empty text. */
export function requestInput(values: Values, token: string): RequestRegistrationInput {
  return {
    siret: values.siret,
    contractNumber: values.contractNumber,
    name: values.name,
    postalAddress: linesOf(values.postalAddress),
    representative: {
      civility: civilityOf(values["representative.civility"]) ?? "MADAME",
      lastName: values["representative.lastName"],
      firstName: values["representative.firstName"],
      title: orNull(values["representative.title"]),
    },
    administrator: administratorInput(values),
    token: token || null,
  };
}

/** Null for what is not filled in; `token`: of the saved form to replace, or an empty text. */
export function savingInput(values: Values, email: string, token: string): SaveRegistrationInput {
  return { email, token: token || null, ...formInput(values, ALL_FIELDS) };
}

/** Of what was saved, where null is what was not filled in. */
export function savedValues({ representative, administrator, ...employer }: SaveRegistrationInput): Values {
  const text = (value: string | null | undefined) => value ?? "";
  const address = (lines: string[] | null | undefined) => (lines ?? []).join("\n");
  return {
    ...NO_VALUES,
    siret: text(employer.siret),
    contractNumber: text(employer.contractNumber),
    name: text(employer.name),
    postalAddress: address(employer.postalAddress),
    "representative.civility": text(representative?.civility),
    "representative.lastName": text(representative?.lastName),
    "representative.firstName": text(representative?.firstName),
    "representative.title": text(representative?.title),
    "administrator.civility": text(administrator?.civility),
    "administrator.lastName": text(administrator?.lastName),
    "administrator.firstName": text(administrator?.firstName),
    "administrator.email": text(administrator?.email),
    "administrator.phone": text(administrator?.phone),
    "administrator.department": text(administrator?.department),
    "administrator.professionalAddress": address(administrator?.professionalAddress),
  };
}
