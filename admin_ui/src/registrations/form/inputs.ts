/** The typed values as inputs of the service. */
import type { FirstAdministratorInput } from "../../gql/graphql";
import { civilityOf, linesOf, type Values } from "./fields";

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
