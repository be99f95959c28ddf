import { Select } from "../../../design/fields/Select";
import { wordsOf } from "../../../i18n/words";
import { type AccountsSearch, COLUMNS, fromFirstPage, orderByOf } from "../search";
import { FIELD_NAMES } from "./columns";

const DIRECTIONS = ["ASC", "DESC"] as const;

/** The order of the list, where its rows are cards and have no column headings to press. */
export function SortSelects({
  search,
  setSearch,
}: {
  search: AccountsSearch;
  setSearch: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts/list");
  const g = wordsOf("glossary");
  const { field, direction } = orderByOf(search);
  return (
    <div className="sort-selects">
      <Select
        label={t("sort")}
        options={COLUMNS.map((value) => ({ value, label: g(`field.${FIELD_NAMES[value]}`) }))}
        value={field}
        // A grouping determines the order: another order ends it.
        onChange={(tri) =>
          setSearch(fromFirstPage(search, { tri, grouper: undefined } as Partial<AccountsSearch>))
        }
      />
      <Select
        label={t("direction")}
        options={DIRECTIONS.map((value) => ({ value, label: t(`directions.${value}`) }))}
        value={direction}
        onChange={(sens) => setSearch(fromFirstPage(search, { sens }))}
      />
    </div>
  );
}
