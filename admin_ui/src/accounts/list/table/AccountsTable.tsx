import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useMemo } from "react";
import { Checkbox } from "../../../design/fields/Checkbox";
import { TooltipArea } from "../../../design/TooltipArea";
import type { AccountOrderField, RowFragment } from "../../../gql/graphql";
import { formatMonth, formatNumber } from "../../../i18n/formats";
import { wordsOf } from "../../../i18n/words";
import type { BulkAction } from "../../bulk/actions";
import { type AccountsSearch, COLUMNS, fromFirstPage, orderByOf } from "../search";
import type { Selection } from "../selection/useSelection";
import { useStableCallback } from "../useStableCallback";
import { AccountRow } from "./AccountRow";
import { FIELD_NAMES, fieldLabels } from "./columns";
import { type Group, splitIntoGroups } from "./groups";

/** A native table, with one `tbody` for each group; narrow windows show its rows as cards. */
export function AccountsTable({
  rows,
  groups,
  search,
  selection,
  isStale,
  setSearch,
  onAction,
}: {
  rows: RowFragment[];
  groups: Group[] | undefined;
  search: AccountsSearch;
  selection: Selection;
  isStale: boolean;
  setSearch: (next: AccountsSearch) => void;
  onAction: (action: BulkAction, id: string) => void;
}) {
  const t = wordsOf("accounts/list");
  const toggle = useStableCallback(selection.toggle);
  const act = useStableCallback(onAction);
  const labels = useMemo(fieldLabels, []);
  const selectedCount = rows.filter((row) => selection.isSelected(row.id)).length;
  const grouping = isStale ? undefined : search.grouper; // the rows still on screen have the previous order
  const areAllSelected = rows.length > 0 && selectedCount === rows.length;
  return (
    <TooltipArea>
      <div className="table-wrap" aria-busy={isStale}>
        <table className="accounts">
          <caption className="visually-hidden">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col" className="tick">
                <Checkbox
                  checked={areAllSelected}
                  isIndeterminate={selectedCount > 0 && !areAllSelected}
                  onChange={() => (areAllSelected ? selection.clear() : selection.selectPage())}
                >
                  <span className="card-label">{t("selectPage")}</span>
                </Checkbox>
              </th>
              {COLUMNS.map((column) => (
                <Heading key={column} column={column} search={search} setSearch={setSearch} />
              ))}
              <th scope="col" className="row-actions">
                {t("actions")}
              </th>
            </tr>
          </thead>
          {splitIntoGroups(rows, grouping, groups).map(({ key, rows: groupRows }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is not ordered yet can have the same group twice
            <tbody key={`${index} ${key}`}>
              {grouping ? <GroupHeading grouping={grouping} group={key} groups={groups} /> : null}
              {groupRows.map((row) => (
                <AccountRow
                  key={row.id}
                  account={row}
                  labels={labels}
                  isSelected={selection.isSelected(row.id)}
                  onToggle={toggle}
                  onAction={act}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </TooltipArea>
  );
}

function Heading({
  column,
  search,
  setSearch,
}: {
  column: AccountOrderField;
  search: AccountsSearch;
  setSearch: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts/list");
  const g = wordsOf("glossary");
  const { field, direction } = orderByOf(search);
  const isSorted = field === column;
  const Icon = isSorted ? (direction === "ASC" ? ArrowUp : ArrowDown) : ArrowUpDown;
  const name = g(`field.${FIELD_NAMES[column]}`);
  // A grouping determines the order (orderByOf): another order ends the grouping.
  const changedOrder: Partial<AccountsSearch> = isSorted
    ? { sens: direction === "ASC" ? "DESC" : "ASC" }
    : ({ tri: column, sens: "ASC", grouper: undefined } as Partial<AccountsSearch>);
  return (
    <th
      scope="col"
      className={column === "EXPIRES_ON" ? "two-lines" : ""}
      aria-sort={isSorted ? (direction === "ASC" ? "ascending" : "descending") : "none"}
    >
      <button
        type="button"
        className={`sort ${isSorted ? "sorted" : ""}`}
        title={t("sortBy", { column: name })}
        onClick={() => setSearch(fromFirstPage(search, changedOrder))}
      >
        {column === "CIVILITY" ? <abbr title={name}>{t("civ")}</abbr> : name}
        <Icon size={16} aria-hidden />
      </button>
    </th>
  );
}

function GroupHeading({
  grouping,
  group,
  groups,
}: {
  grouping: NonNullable<AccountsSearch["grouper"]>;
  group: string;
  groups: Group[] | undefined;
}) {
  const count = groups?.find(({ key }) => key === group)?.count;
  return (
    <tr className="group">
      <td colSpan={COLUMNS.length + 2}>
        <strong>{groupName(grouping, group)}</strong>{" "}
        {count === undefined ? null : <span className="quiet figures">{formatNumber(count)}</span>}
      </td>
    </tr>
  );
}

function groupName(grouping: NonNullable<AccountsSearch["grouper"]>, key: string): string {
  const g = wordsOf("glossary");
  if (grouping === "STATUS") return g(`status.${key as RowFragment["status"]}`);
  if (grouping === "PROFILE") return g(`profile.${key as RowFragment["profile"]}`);
  if (grouping === "EXPIRY_MONTH") return formatMonth(key);
  return key || wordsOf("accounts/list")("noDepartment");
}
