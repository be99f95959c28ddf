import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../design/Button";
import { ExportLink } from "../design/ExportLink";
import { Choice, Field } from "../design/fields";
import { HistoryDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { Page } from "../layout/Page";
import { useAsk } from "../service/queries";
import { useEmployer } from "../service/viewer";
import { Operations } from "./Operations";
import { filterOf, type HistorySearch, OPERATIONS } from "./search";

const route = getRouteApi("/inside/historique");
const SIZE = 25;

/** Historique: what was done to the accounts of an employer, for its administrators (G). */
export function History() {
  const t = wordsOf("history");
  const employer = useEmployer();
  const search = route.useSearch();
  const navigate = useNavigate();
  const place = search.avant
    ? { last: SIZE, before: search.avant }
    : { first: SIZE, after: search.apres ?? null };
  const filter = filterOf(search);
  const variables = { employerId: employer?.id ?? "", filter };
  const { data, error, isError, isPlaceholderData, refetch } = useAsk(
    HistoryDocument,
    { ...variables, ...place },
    employer !== undefined,
  );
  const go = (next: HistorySearch, replace = false) =>
    void navigate({ to: "/historique", search: next, replace, resetScroll: false });
  const { apres: _1, avant: _2, ...start } = search;
  const change = (part: Partial<Record<keyof HistorySearch, string>>) =>
    go({ ...start, ...part } as HistorySearch, true);
  const found = data?.employer?.history;
  return (
    <Page
      title={t("title")}
      lead={t(employer ? "lead" : "notYours")}
      crumbs={[{ label: wordsOf("app")("dashboard"), to: "/" }]}
      actions={employer ? <ExportLink list="historique" variables={variables} /> : null}
    >
      {employer ? (
        <div className="card">
          <Filters search={search} onChange={change} />
          <div className="inside stack" aria-busy={isPlaceholderData}>
            {isError ? <Failure error={error} onRetry={() => void refetch()} /> : null}
            {found?.nodes.length === 0 ? (
              <div className="empty" role="status">
                <h2>{t("emptyTitle")}</h2>
                <p className="quiet">{t("emptyText")}</p>
                <Button
                  onPress={() => go(search.etablissement ? { etablissement: search.etablissement } : {})}
                >
                  {t("clear")}
                </Button>
              </div>
            ) : null}
            {found ? <Operations nodes={found.nodes} /> : null}
          </div>
          {found && found.nodes.length > 0 ? (
            <nav className="row inside end" aria-label={t("pages")}>
              <Button
                isDisabled={!found.pageInfo.hasPreviousPage}
                onPress={() => go({ ...start, avant: found.pageInfo.startCursor ?? "" })}
              >
                {t("newer")}
              </Button>
              <Button
                isDisabled={!found.pageInfo.hasNextPage}
                onPress={() => go({ ...start, apres: found.pageInfo.endCursor ?? "" })}
              >
                {t("older")}
              </Button>
            </nav>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}

function Filters({
  search,
  onChange,
}: {
  search: HistorySearch;
  onChange: (part: Partial<Record<keyof HistorySearch, string>>) => void;
}) {
  const t = wordsOf("history");
  const g = wordsOf("glossary");
  const operations = [
    { value: "ALL", label: t("all") },
    ...OPERATIONS.map((value) => ({ value: value as string, label: g(`operation.${value}`) })),
  ];
  return (
    <div className="filters">
      <Choice
        label={t("operation")}
        options={operations}
        value={search.operation ?? "ALL"}
        onChange={(value) => onChange({ operation: value === "ALL" ? "" : value })}
      />
      <Field label={t("from")} type="date" value={search.du ?? ""} onChange={(du) => onChange({ du })} />
      <Field label={t("until")} type="date" value={search.au ?? ""} onChange={(au) => onChange({ au })} />
      <Text key={search.texte ?? ""} text={search.texte ?? ""} onChange={(texte) => onChange({ texte })} />
    </div>
  );
}

/** Looked for once typing ends: on Enter, or when the field is left. */
function Text({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = wordsOf("history");
  const [typed, setTyped] = useState(text);
  const tell = () => typed.trim() !== text && onChange(typed.trim());
  return (
    <Field
      label={t("text")}
      type="search"
      placeholder={t("textHint")}
      value={typed}
      onChange={setTyped}
      onBlur={tell}
      onKeyDown={(event) => event.key === "Enter" && tell()}
    />
  );
}
