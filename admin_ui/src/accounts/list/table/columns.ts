import type { AccountOrderField } from "../../../gql/graphql";
import { wordsOf } from "../../../i18n/words";
import { COLUMNS } from "../search";

/** The name of each column among the glossary's fields. */
export const FIELD_NAMES = {
  CIVILITY: "civility",
  LAST_NAME: "lastName",
  FIRST_NAME: "firstName",
  IDENTIFIER: "identifier",
  DEPARTMENT: "department",
  PROFILE: "profile",
  STATUS: "status",
  EXPIRES_ON: "expiresOn",
  LAST_SIGN_IN_AT: "lastSignInAt",
} as const satisfies Record<AccountOrderField, string>;

export type FieldLabels = Record<(typeof FIELD_NAMES)[AccountOrderField], string>;

/** The labels of the columns, which the card form shows or speaks in each row: looked up once for all rows. */
export function fieldLabels(): FieldLabels {
  const g = wordsOf("glossary");
  const labels = COLUMNS.map((column) => [FIELD_NAMES[column], g(`field.${FIELD_NAMES[column]}`)]);
  return Object.fromEntries(labels) as FieldLabels;
}
