import { SlidersHorizontal } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../../design/Button";
import { Select } from "../../design/fields/Select";
import { SearchField } from "../../design/SearchField";
import { formatMonth } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { pageSizeOf, rememberPageSize } from "./pageSize";
import { RightFilter } from "./RightFilter";
import {
  type AccountsSearch,
  DUE,
  EXPIRY_WINDOWS,
  FOLLOW_UPS,
  fromFirstPage,
  GROUPINGS,
  PAGE_SIZES,
  PROFILES,
  SEARCH_FIELDS,
  STATUSES,
} from "./search";
import { FIELD_NAMES } from "./table/columns";
import { SortSelects } from "./table/SortSelects";

const NAMES = { ...FIELD_NAMES, EMAIL: "email", PHONE: "phone" } as const;

/** The search and the filters; these fold into a button where the window is small. */
export function Toolbar({
  employerId,
  search,
  setSearch,
}: {
  employerId: string;
  search: AccountsSearch;
  setSearch: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts/list");
  const g = wordsOf("glossary");
  const [isOpen, setIsOpen] = useState(false);
  const filtersId = useId();
  const change = (part: Partial<AccountsSearch>) => setSearch(fromFirstPage(search, part));
  const searchFields = SEARCH_FIELDS.map((value) => ({
    value,
    label: value === "ALL" ? t("all") : g(`field.${NAMES[value]}`),
  }));
  const groupings = GROUPINGS.map((value) => ({ value, label: groupingName(value) }));
  function groupingName(value: (typeof GROUPINGS)[number]) {
    if (value === "NONE") return t("none");
    return value === "EXPIRY_MONTH" ? t("month") : g(`field.${NAMES[value]}`);
  }
  function followUpName(value: (typeof FOLLOW_UPS)[number]) {
    if (value === "ALL") return t("all");
    if (value === "LOCKED" || value === "NEVER_SIGNED_IN") return t(`followUps.${value}`);
    return g(`invitation.${value}`);
  }
  const expiryWindows: { value: string; label: string }[] = [
    { value: "ALL", label: t("all") },
    { value: DUE, label: t("due") },
    ...EXPIRY_WINDOWS.map((value) => ({ value, label: t("within", { days: value }) })),
  ];
  const expiryWindow = search.echeance ?? "ALL";
  if (!expiryWindows.some(({ value }) => value === expiryWindow))
    expiryWindows.push({ value: expiryWindow, label: formatMonth(expiryWindow) });
  const filterCount = [
    search.dans,
    search.statut,
    search.profil,
    search.suivi,
    search.echeance,
    search.droit,
    search.grouper,
  ].filter(Boolean).length;
  return (
    <div className={`toolbar ${isOpen ? "open" : ""}`}>
      <Select
        className="folds"
        label={t("searchIn")}
        options={searchFields}
        value={search.dans ?? "ALL"}
        onChange={(dans) => change({ dans })}
      />
      <SearchField
        label={t("search")}
        placeholder={t("searchHint")}
        text={search.recherche ?? ""}
        onChange={(recherche) => change({ recherche })}
      />
      <Button
        className="unfold"
        icon={<SlidersHorizontal size={18} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={filtersId}
        onPress={() => setIsOpen(!isOpen)}
      >
        {filterCount > 0 ? t("filtersActive", { count: filterCount }) : t("filters")}
      </Button>
      <div className="folds filters" id={filtersId}>
        <Select
          label={g("field.status")}
          options={STATUSES.map((value) => ({
            value,
            label: value === "ALL" ? t("all") : g(`status.${value}`),
          }))}
          value={search.statut ?? "ALL"}
          onChange={(statut) => change({ statut })}
        />
        <Select
          label={g("field.profile")}
          options={PROFILES.map((value) => ({
            value,
            label: value === "ALL" ? t("all") : g(`profile.${value}`),
          }))}
          value={search.profil ?? "ALL"}
          onChange={(profil) => change({ profil })}
        />
        <Select
          label={t("followUp")}
          options={FOLLOW_UPS.map((value) => ({ value, label: followUpName(value) }))}
          value={search.suivi ?? "ALL"}
          onChange={(suivi) => change({ suivi })}
        />
        <Select
          label={t("expiry")}
          options={expiryWindows}
          value={expiryWindow}
          onChange={(echeance) => change({ echeance })}
        />
        <RightFilter employerId={employerId} search={search} onChange={change} />
        <Select
          label={t("groupBy")}
          options={groupings}
          value={search.grouper ?? "NONE"}
          onChange={(grouper) =>
            change({ grouper: grouper === "NONE" ? undefined : grouper } as AccountsSearch)
          }
        />
        <Select
          label={t("perPage")}
          options={PAGE_SIZES.map((value) => ({ value, label: value }))}
          value={pageSizeOf(search)}
          onChange={(lignes) => {
            rememberPageSize(lignes);
            change({ lignes });
          }}
        />
        <SortSelects search={search} setSearch={setSearch} />
      </div>
    </div>
  );
}
