import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "../../design/Button";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { pageSizeOf } from "./pageSize";
import type { AccountsSearch } from "./search";

type PageInfo = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
};

/**
 * Pages are found by cursor (L3): next and previous only. From page 2, "previous" leads to the first page,
 * without a cursor.
 */
export function Pager({
  pageInfo,
  total,
  search,
  setSearch,
}: {
  pageInfo: PageInfo;
  total: number | undefined;
  search: AccountsSearch;
  setSearch: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts/list");
  const page = Number(search.page ?? "1");
  const { apres: _1, avant: _2, page: _3, choix: _4, ...others } = search;
  const lignes = pageSizeOf(search);
  const rest = { ...others, lignes }; // a page keeps its size, whatever is chosen later
  const next = () => setSearch({ ...rest, apres: pageInfo.endCursor ?? "", page: String(page + 1) });
  const previous = () =>
    setSearch(page <= 2 ? rest : { ...rest, avant: pageInfo.startCursor ?? "", page: String(page - 1) });
  const pageCount = total === undefined ? undefined : Math.max(1, Math.ceil(total / Number(lignes)));
  return (
    <nav className="pager" aria-label={t("pages")}>
      <Button
        onPress={previous}
        isDisabled={!pageInfo.hasPreviousPage}
        icon={<ChevronLeft size={18} aria-hidden />}
      >
        {t("previous")}
      </Button>
      <span role="status" className="quiet">
        {pageCount
          ? t("page", { page: formatNumber(page), pages: formatNumber(pageCount) })
          : t("pageAlone", { page })}
      </span>
      <Button onPress={next} isDisabled={!pageInfo.hasNextPage}>
        {t("next")}
        <ChevronRight size={18} aria-hidden />
      </Button>
    </nav>
  );
}
