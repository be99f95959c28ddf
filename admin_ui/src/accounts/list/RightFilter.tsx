import { useQuery } from "@tanstack/react-query";
import { Select } from "../../design/fields/Select";
import { GrantableServicesDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { queryFor } from "../../service/queries";
import { type AccountsSearch, RIGHT_LEVELS } from "./search";

/** Who holds a right: on which of the employer's services, and with at least which level. */
export function RightFilter({
  employerId,
  search: { droit, niveau },
  onChange,
}: {
  employerId: string;
  search: AccountsSearch;
  onChange: (part: Partial<AccountsSearch>) => void;
}) {
  const t = wordsOf("accounts/list");
  const g = wordsOf("glossary");
  const { data } = useQuery({
    ...queryFor(GrantableServicesDocument, { employerId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const services = data?.employer?.services ?? [];
  const chosen = services.find(({ code }) => code === droit);
  const levels = RIGHT_LEVELS.filter((level) => !chosen || chosen.levels.includes(level));
  const options = [
    { value: "", label: t("all") },
    ...services.map(({ code, label }) => ({ value: code, label })),
  ];
  if (droit && !chosen) options.push({ value: droit, label: droit }); // not loaded, or not of this employer
  return (
    <>
      <Select
        className="right-filter"
        label={t("right")}
        options={options}
        value={droit ?? ""}
        onChange={(value) => onChange({ droit: value, niveau: "READ" })}
      />
      {droit ? (
        <Select
          label={t("atLeast")}
          options={levels.map((value) => ({ value, label: g(`level.${value}`) }))}
          value={niveau ?? "READ"}
          onChange={(value) => onChange({ niveau: value })}
        />
      ) : null}
    </>
  );
}
