import { Search as Magnifier, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../design/Button";
import { Choice, Field } from "../design/fields";
import { shownMonth } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import {
  type AccountsSearch,
  DUES,
  FIELDS,
  fromTheStart,
  GROUPINGS,
  PROFILES,
  SIZES,
  STATUSES,
} from "./search";

const PAUSE_MS = 200;
const FIELD_NAMES = {
  LAST_NAME: "lastName",
  FIRST_NAME: "firstName",
  IDENTIFIER: "identifier",
  DEPARTMENT: "department",
  PROFILE: "profile",
  STATUS: "status",
} as const;

export function Toolbar({ search, go }: { search: AccountsSearch; go: (next: AccountsSearch) => void }) {
  const t = wordsOf("accounts");
  const g = wordsOf("glossary");
  const change = (part: Partial<AccountsSearch>) => go(fromTheStart(search, part));
  const fields = FIELDS.map((value) => ({
    value,
    label: value === "ALL" ? t("all") : g(`field.${FIELD_NAMES[value]}`),
  }));
  const groupings = GROUPINGS.map((value) => ({ value, label: groupingName(value) }));
  function groupingName(value: (typeof GROUPINGS)[number]) {
    if (value === "NONE") return t("none");
    return value === "EXPIRY_MONTH" ? t("month") : g(`field.${FIELD_NAMES[value]}`);
  }
  const dues: { value: string; label: string }[] = [
    { value: "ALL", label: t("all") },
    ...DUES.map((value) => ({ value, label: t("within", { days: value }) })),
  ];
  const due = search.echeance ?? "ALL";
  if (!dues.some(({ value }) => value === due)) dues.push({ value: due, label: shownMonth(due) });
  return (
    <div className="toolbar">
      <Choice
        label={t("searchIn")}
        options={fields}
        value={search.dans ?? "ALL"}
        onChange={(dans) => change({ dans })}
      />
      <SearchText text={search.recherche ?? ""} onChange={(recherche) => change({ recherche })} />
      <Choice
        label={g("field.status")}
        options={STATUSES.map((value) => ({
          value,
          label: value === "ALL" ? t("all") : g(`status.${value}`),
        }))}
        value={search.statut ?? "ALL"}
        onChange={(statut) => change({ statut })}
      />
      <Choice
        label={g("field.profile")}
        options={PROFILES.map((value) => ({
          value,
          label: value === "ALL" ? t("all") : g(`profile.${value}`),
        }))}
        value={search.profil ?? "ALL"}
        onChange={(profil) => change({ profil })}
      />
      <Choice label={t("expiry")} options={dues} value={due} onChange={(echeance) => change({ echeance })} />
      <Choice
        label={t("groupBy")}
        options={groupings}
        value={search.grouper ?? "NONE"}
        onChange={(grouper) =>
          change({ grouper: grouper === "NONE" ? undefined : grouper } as AccountsSearch)
        }
      />
      <Choice
        label={t("perPage")}
        options={SIZES.map((value) => ({ value, label: value }))}
        value={search.lignes ?? "10"}
        onChange={(lignes) => change({ lignes })}
      />
    </div>
  );
}

/** What is typed is here at once, and in the address after a short pause: no keystroke waits for an answer. */
function SearchText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = wordsOf("accounts");
  const [typed, setTyped] = useState(text);
  const told = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (text === told.current) return; // our own words coming back
    told.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (value: string) => {
    clearTimeout(timer.current);
    told.current = value.trim();
    if (told.current !== text) onChange(told.current);
  };
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(value), PAUSE_MS);
  };
  return (
    <div className="search">
      <Magnifier size={18} aria-hidden />
      <Field
        label={t("search")}
        type="search"
        placeholder={t("searchHint")}
        maxLength={200}
        value={typed}
        onChange={type}
        onKeyDown={(event) => event.key === "Enter" && tell(typed)}
        end={
          typed ? (
            <Button
              look="quiet"
              iconOnly
              aria-label={t("clear")}
              icon={<X size={18} aria-hidden />}
              onPress={() => {
                setTyped("");
                tell("");
              }}
            />
          ) : null
        }
      />
    </div>
  );
}
