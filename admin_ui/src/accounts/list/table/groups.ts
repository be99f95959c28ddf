/** The groups of a list, and the rows of a page under the heading of each. */

import type { AccountsCountQuery, RowFragment } from "../../../gql/graphql";
import type { AccountsSearch } from "../search";

type Counts = NonNullable<AccountsCountQuery["employer"]>["accounts"];
export type Group = NonNullable<Counts["groups"]>[number];

const GROUP_KEYS = {
  STATUS: (row: RowFragment) => row.status,
  PROFILE: (row: RowFragment) => row.profile,
  DEPARTMENT: (row: RowFragment) => row.department ?? "",
  EXPIRY_MONTH: (row: RowFragment) => row.expiresOn.slice(0, 7),
} as const;

/**
 * Splits the rows where the group changes: the list is ordered by it. One department can be written in several
 * ways, which `groups` names; until they have loaded, each way has its own heading.
 */
export function splitIntoGroups(
  rows: RowFragment[],
  grouping: AccountsSearch["grouper"],
  groups: Group[] | undefined,
): { key: string; rows: RowFragment[] }[] {
  if (!grouping) return [{ key: "", rows }];
  const keys = new Map(
    groups?.flatMap(({ key, spellings }) => spellings.map((spelling) => [spelling, key] as const)),
  );
  const split: { key: string; rows: RowFragment[] }[] = [];
  for (const row of rows) {
    const value = GROUP_KEYS[grouping](row);
    const key = keys.get(value) ?? value;
    if (split.at(-1)?.key !== key) split.push({ key, rows: [] });
    split.at(-1)?.rows.push(row);
  }
  return split;
}
