import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "../design/Button";
import { shownNumber } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { type AccountsSearch, sizeOf } from "./search";

type Info = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
};

/** Pages are found by key: one can go on and back, and always to the first. */
export function Pager({
  info,
  total,
  search,
  go,
}: {
  info: Info;
  total: number | undefined;
  search: AccountsSearch;
  go: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts");
  const page = Number(search.page ?? "1");
  const { apres: _1, avant: _2, page: _3, choix: _4, ...rest } = search;
  const onwards = () => go({ ...rest, apres: info.endCursor ?? "", page: String(page + 1) });
  const back = () =>
    go(page <= 2 ? rest : { ...rest, avant: info.startCursor ?? "", page: String(page - 1) });
  const pages = total === undefined ? undefined : Math.max(1, Math.ceil(total / sizeOf(search)));
  return (
    <nav className="pager" aria-label={t("pages")}>
      <Button onPress={back} isDisabled={!info.hasPreviousPage} icon={<ChevronLeft size={18} aria-hidden />}>
        {t("previous")}
      </Button>
      <span className="quiet">
        {pages ? t("page", { page: shownNumber(page), pages: shownNumber(pages) }) : t("pageAlone", { page })}
      </span>
      <Button onPress={onwards} isDisabled={!info.hasNextPage}>
        {t("next")}
        <ChevronRight size={18} aria-hidden />
      </Button>
    </nav>
  );
}
