/** The typed values as inputs of the service. */
import type { FirstAdministratorInput, RegistrationFormInput } from "../../gql/graphql";
import { civilityOf, type FieldName, linesOf, type Values } from "./fields";

/** Null for what is blank. */
export function orNull(value: string): string | null {
  return value.trim() === "" ? null : value;
}

/** Of a form whose civility is chosen. */
export function administratorInput(values: Values): FirstAdministratorInput {
  return {
    civility: civilityOf(values["administrator.civility"]) ?? "MADAME",
    lastName: values["administrator.lastName"],
    firstName: values["administrator.firstName"],
    email: values["administrator.email"],
    phone: orNull(values["administrator.phone"]),
    department: orNull(values["administrator.department"]),
    professionalAddress: linesOf(values["administrator.professionalAddress"]),
  };
}

/** As far as it is filled in: null for what is blank, and for what is not among `names`. */
export function formInput(values: Values, names: readonly FieldName[]): RegistrationFormInput {
  const text = (name: FieldName) => (names.includes(name) ? orNull(values[name]) : null);
  const lines = (name: FieldName) => (text(name) === null ? null : linesOf(values[name]));
  const civility = (name: FieldName) => civilityOf(text(name) ?? "");
  return {
    siret: text("siret"),
    contractNumber: text("contractNumber"),
    name: text("name"),
    postalAddress: lines("postalAddress"),
    representative: {
      civility: civility("representative.civility"),
      lastName: text("representative.lastName"),
      firstName: text("representative.firstName"),
      title: text("representative.title"),
    },
    administrator: {
      civility: civility("administrator.civility"),
      lastName: text("administrator.lastName"),
      firstName: text("administrator.firstName"),
      email: text("administrator.email"),
      phone: text("administrator.phone"),
      department: text("administrator.department"),
      professionalAddress: lines("administrator.professionalAddress"),
    },
  };
}
