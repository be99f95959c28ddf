/** What was changed on the screen and is not saved: details and rights, beside what the service last told. */
import type { Details } from "../creation/DetailsFields";
import type { ModifyAccountInput, WholeFragment } from "../gql/graphql";
import { shownPhone } from "../i18n/phone";
import { changed, type Levels, levelsOf, rightInputs } from "../rights/levels";

export type Edits = { details: Details; levels: Levels };

export function asRead(account: WholeFragment): Edits {
  const { civility, lastName, firstName, email, profile } = account;
  return {
    details: {
      civility,
      lastName,
      firstName,
      email,
      profile,
      phone: shownPhone(account.phone),
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
  const before = asRead(account).details;
  return FIELDS.filter((name) => before[name] !== details[name]);
}

export function changedRights(account: WholeFragment, { levels }: Edits): string[] {
  return changed(asRead(account).levels, levels);
}

export function isPromotion(account: WholeFragment, { details }: Edits): boolean {
  return account.profile === "USER" && details.profile === "ADMINISTRATOR";
}

/** Only what was changed is sent: what is left out stays as it is, whoever changes it meanwhile. */
export function modification(account: WholeFragment, edits: Edits): ModifyAccountInput {
  const { details, levels } = edits;
  const values: Record<string, unknown> = {};
  for (const name of changedFields(account, edits)) {
    if (name === "address")
      values.professionalAddress = details.address.split("\n").filter((line) => line.trim());
    else values[name] = details[name];
  }
  const rights = changedRights(account, edits);
  if (rights.length > 0) values.rights = rightInputs(levels, rights);
  return { id: account.id, version: account.version, ...values };
}

/** Mine over theirs: what I changed from what we both had read, on what they have made of it. */
export function rebased(base: WholeFragment, mine: Edits, theirs: WholeFragment): Edits {
  const now = asRead(theirs);
  const fields = Object.fromEntries(changedFields(base, mine).map((name) => [name, mine.details[name]]));
  const levels = Object.fromEntries(
    changedRights(base, mine).map((code) => [code, mine.levels[code] ?? "NONE"]),
  );
  return { details: { ...now.details, ...fields }, levels: { ...now.levels, ...levels } };
}
