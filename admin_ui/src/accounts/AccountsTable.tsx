import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { Checkbox } from "../design/fields";
import type { AccountOrderField, RowFragment } from "../gql/graphql";
import { shownMonth, shownNumber } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { Row } from "./Row";
import { type AccountsSearch, COLUMNS, fromTheStart, orderOf, type Verb } from "./search";
import type { Selection } from "./useSelection";

export type Group = { key: string; count: number };

const NAMES = {
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

/** A native table; with groups, one body each. */
export function AccountsTable({
  rows,
  groups,
  search,
  selection,
  stale,
  go,
  onAct,
}: {
  rows: RowFragment[];
  groups: Group[] | undefined;
  search: AccountsSearch;
  selection: Selection;
  stale: boolean;
  go: (next: AccountsSearch) => void;
  onAct: (verb: Verb, id: string) => void;
}) {
  const t = wordsOf("accounts");
  const chosen = rows.filter((row) => selection.isChosen(row.id)).length;
  const grouper = stale ? undefined : search.grouper; // what is still shown has another order
  const all = rows.length > 0 && chosen === rows.length;
  return (
    <div className="table-wrap" aria-busy={stale}>
      <table className="accounts">
        <caption className="visually-hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col" className="tick">
              <Checkbox
                aria-label={t("selectPage")}
                isSelected={all}
                isIndeterminate={chosen > 0 && !all}
                onChange={() => (all ? selection.clear() : selection.choosePage())}
              />
            </th>
            {COLUMNS.map((column) => (
              <Heading key={column} column={column} search={search} go={go} />
            ))}
            <th scope="col">
              <span className="visually-hidden">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        {sections(rows, grouper).map(({ key, rows: members }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is not ordered yet has a group twice
          <tbody key={`${place} ${key}`}>
            {grouper ? <GroupHead by={grouper} group={key} groups={groups} /> : null}
            {members.map((row) => (
              <Row
                key={row.id}
                account={row}
                chosen={selection.isChosen(row.id)}
                onToggle={() => selection.toggle(row.id)}
                onAct={(verb) => onAct(verb, row.id)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Heading({
  column,
  search,
  go,
}: {
  column: AccountOrderField;
  search: AccountsSearch;
  go: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts");
  const g = wordsOf("glossary");
  const { field, direction } = orderOf(search);
  const sorted = field === column;
  const Icon = sorted ? (direction === "ASC" ? ArrowUp : ArrowDown) : ArrowUpDown;
  const name = g(`field.${NAMES[column]}`);
  // Groups order the list: ordering by anything else ends them.
  const turned: Partial<AccountsSearch> = sorted
    ? { sens: direction === "ASC" ? "DESC" : "ASC" }
    : ({ tri: column, sens: "ASC", grouper: undefined } as Partial<AccountsSearch>);
  return (
    <th scope="col" aria-sort={sorted ? (direction === "ASC" ? "ascending" : "descending") : "none"}>
      <button
        type="button"
        className={`sort ${sorted ? "sorted" : ""}`}
        title={t("sortBy", { column: name })}
        onClick={() => go(fromTheStart(search, turned))}
      >
        {column === "CIVILITY" ? <abbr title={name}>{t("civ")}</abbr> : name}
        <Icon size={16} aria-hidden />
      </button>
    </th>
  );
}

function GroupHead({
  by,
  group,
  groups,
}: {
  by: NonNullable<AccountsSearch["grouper"]>;
  group: string;
  groups: Group[] | undefined;
}) {
  const count = groups?.find(({ key }) => key === group)?.count;
  return (
    <tr className="group">
      <td colSpan={COLUMNS.length + 2}>
        <strong>{groupName(by, group)}</strong>{" "}
        {count === undefined ? null : <span className="quiet figures">{shownNumber(count)}</span>}
      </td>
    </tr>
  );
}

function groupName(by: NonNullable<AccountsSearch["grouper"]>, key: string): string {
  const g = wordsOf("glossary");
  if (by === "STATUS") return g(`status.${key as RowFragment["status"]}`);
  if (by === "PROFILE") return g(`profile.${key as RowFragment["profile"]}`);
  if (by === "EXPIRY_MONTH") return shownMonth(key);
  return key || wordsOf("accounts")("noDepartment");
}

const KEYS = {
  STATUS: (row: RowFragment) => row.status,
  PROFILE: (row: RowFragment) => row.profile,
  DEPARTMENT: (row: RowFragment) => row.department ?? "",
  EXPIRY_MONTH: (row: RowFragment) => row.expiresOn.slice(0, 7),
} as const;

/** The page cut where the group changes: the list comes ordered by it. */
function sections(
  rows: RowFragment[],
  by: AccountsSearch["grouper"],
): { key: string; rows: RowFragment[] }[] {
  if (!by) return [{ key: "", rows }];
  const found: { key: string; rows: RowFragment[] }[] = [];
  for (const row of rows) {
    const key = KEYS[by](row);
    if (found.at(-1)?.key !== key) found.push({ key, rows: [] });
    found.at(-1)?.rows.push(row);
  }
  return found;
}
