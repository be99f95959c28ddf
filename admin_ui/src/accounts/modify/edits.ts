/** The values of the form: details and rights, compared with the account as it was read. */

import type { ModifyAccountInput, WholeFragment } from "../../gql/graphql";
import { formatPhone } from "../../i18n/phone";
import type { Details } from "../details/DetailsFields";
import { changedServices, type Levels, levelsOf, rightInputs } from "../rights/levels";

export type Edits = { details: Details; levels: Levels };

/** The values of an unmodified account. */
export function editsFrom(account: WholeFragment): Edits {
  const { civility, lastName, firstName, email, profile } = account;
  return {
    details: {
      civility,
      lastName,
      firstName,
      email,
      profile,
      phone: formatPhone(account.phone),
      department: account.department ?? "",
      address: account.professionalAddress.join("\n"),
    },
    levels: levelsOf(account.rights),
  };
}

const FIELDS = [
  "civility",
  "lastName",
  "firstName",
  "email",
  "phone",
  "department",
  "profile",
  "address",
] as const;

export function changedFields(account: WholeFragment, { details }: Edits): (typeof FIELDS)[number][] {
  const before = editsFrom(account).details;
  return FIELDS.filter((name) => before[name] !== details[name]);
}

/** The codes of the services whose level was changed. */
export function changedRights(account: WholeFragment, { levels }: Edits): string[] {
  return changedServices(editsFrom(account).levels, levels);
}

export function isPromotion(account: WholeFragment, { details }: Edits): boolean {
  return account.profile === "USER" && details.profile === "ADMINISTRATOR";
}

/**
 * Only changed values are sent, so that changes made by others to the remaining ones are kept. `employerId`: the
 * employer of the URL, to which the service holds the account (E5).
 */
export function modificationInput(
  account: WholeFragment,
  edits: Edits,
  employerId: string,
): ModifyAccountInput {
  const { details, levels } = edits;
  const changes: Record<string, unknown> = {};
  for (const name of changedFields(account, edits)) {
    if (name === "address")
      changes.professionalAddress = details.address.split("\n").filter((line) => line.trim());
    else changes[name] = details[name];
  }
  const rights = changedRights(account, edits);
  if (rights.length > 0) changes.rights = rightInputs(levels, rights);
  return { employerId, id: account.id, version: account.version, ...changes };
}

/** After a conflict: the values that `mine` changed from `base`, applied to the current account `theirs`. */
export function rebased(base: WholeFragment, mine: Edits, theirs: WholeFragment): Edits {
  const current = editsFrom(theirs);
  const fields = Object.fromEntries(changedFields(base, mine).map((name) => [name, mine.details[name]]));
  const levels = Object.fromEntries(
    changedRights(base, mine).map((code) => [code, mine.levels[code] ?? "NONE"]),
  );
  return { details: { ...current.details, ...fields }, levels: { ...current.levels, ...levels } };
}
