import { Search as SearchIcon, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/Button";
import { Field } from "../../design/fields/Field";
import { Select } from "../../design/fields/Select";
import { formatMonth } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import {
  type AccountsSearch,
  EXPIRY_WINDOWS,
  fromFirstPage,
  GROUPINGS,
  PAGE_SIZES,
  PROFILES,
  SEARCH_FIELDS,
  STATUSES,
} from "./search";

const DEBOUNCE_MS = 200;
const FIELD_NAMES = {
  LAST_NAME: "lastName",
  FIRST_NAME: "firstName",
  IDENTIFIER: "identifier",
  DEPARTMENT: "department",
  EMAIL: "email",
  PHONE: "phone",
  PROFILE: "profile",
  STATUS: "status",
} as const;

export function Toolbar({
  search,
  setSearch,
}: {
  search: AccountsSearch;
  setSearch: (next: AccountsSearch) => void;
}) {
  const t = wordsOf("accounts/list");
  const g = wordsOf("glossary");
  const change = (part: Partial<AccountsSearch>) => setSearch(fromFirstPage(search, part));
  const searchFields = SEARCH_FIELDS.map((value) => ({
    value,
    label: value === "ALL" ? t("all") : g(`field.${FIELD_NAMES[value]}`),
  }));
  const groupings = GROUPINGS.map((value) => ({ value, label: groupingName(value) }));
  function groupingName(value: (typeof GROUPINGS)[number]) {
    if (value === "NONE") return t("none");
    return value === "EXPIRY_MONTH" ? t("month") : g(`field.${FIELD_NAMES[value]}`);
  }
  const expiryWindows: { value: string; label: string }[] = [
    { value: "ALL", label: t("all") },
    ...EXPIRY_WINDOWS.map((value) => ({ value, label: t("within", { days: value }) })),
  ];
  const expiryWindow = search.echeance ?? "ALL";
  if (!expiryWindows.some(({ value }) => value === expiryWindow))
    expiryWindows.push({ value: expiryWindow, label: formatMonth(expiryWindow) });
  return (
    <div className="toolbar">
      <Select
        label={t("searchIn")}
        options={searchFields}
        value={search.dans ?? "ALL"}
        onChange={(dans) => change({ dans })}
      />
      <SearchText text={search.recherche ?? ""} onChange={(recherche) => change({ recherche })} />
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
        label={t("expiry")}
        options={expiryWindows}
        value={expiryWindow}
        onChange={(echeance) => change({ echeance })}
      />
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
        value={search.lignes ?? "10"}
        onChange={(lignes) => change({ lignes })}
      />
    </div>
  );
}

/**
 * Typed text is shown at once and reaches the URL after a short pause, so that no keystroke waits for a
 * response.
 */
function SearchText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = wordsOf("accounts/list");
  const [typed, setTyped] = useState(text);
  const submitted = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (text === submitted.current) return; // the text that this field submitted, now in the URL
    submitted.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const submit = (value: string) => {
    clearTimeout(timer.current);
    submitted.current = value.trim();
    if (submitted.current !== text) onChange(submitted.current);
  };
  const handleChange = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(value), DEBOUNCE_MS);
  };
  return (
    <div className="search">
      <SearchIcon size={18} aria-hidden />
      <Field
        label={t("search")}
        type="search"
        placeholder={t("searchHint")}
        maxLength={200}
        value={typed}
        onChange={handleChange}
        onKeyDown={(event) => event.key === "Enter" && submit(typed)}
        end={
          typed ? (
            <Button
              variant="quiet"
              iconOnly
              aria-label={t("clear")}
              icon={<X size={18} aria-hidden />}
              onPress={() => {
                setTyped("");
                submit("");
              }}
            />
          ) : null
        }
      />
    </div>
  );
}
