import { ChevronRight, ChevronsLeft } from "lucide-react";
import { Button } from "../../design/Button";
import { wordsOf } from "../../i18n/words";
import type { EmployersSearch } from "./search";

/** These lists are read forwards: the next page, and the first; the browser's button goes back by one. */
export function ForwardPager({
  pageInfo,
  search,
  setSearch,
}: {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  search: EmployersSearch;
  setSearch: (next: EmployersSearch) => void;
}) {
  const t = wordsOf("employers/list");
  const page = Number(search.page ?? "1");
  const { apres: _1, page: _2, ...first } = search;
  if (page === 1 && !pageInfo.hasNextPage) return null;
  const next = () => setSearch({ ...first, apres: pageInfo.endCursor ?? "", page: String(page + 1) });
  return (
    <nav className="forward-pager" aria-label={t("pages")}>
      <Button
        onPress={() => setSearch(first)}
        isDisabled={page === 1}
        icon={<ChevronsLeft size={18} aria-hidden />}
      >
        {t("first")}
      </Button>
      <span role="status" className="quiet">
        {t("page", { page })}
      </span>
      <Button onPress={next} isDisabled={!pageInfo.hasNextPage}>
        {t("next")}
        <ChevronRight size={18} aria-hidden />
      </Button>
    </nav>
  );
}
