import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../design/Button";
import { ExportLink } from "../design/ExportLink";
import { Field } from "../design/fields/Field";
import { Select } from "../design/fields/Select";
import { Link } from "../design/Link";
import { Loading } from "../design/Loading";
import { Notice } from "../design/Notice";
import { Page } from "../design/page/Page";
import { HistoryDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useServiceQuery } from "../service/queries";
import { useEmployer } from "../service/viewer";
import { HistoryEntries, ungrouped } from "./HistoryEntries";
import { filterOf, type HistorySearch, OPERATIONS } from "./search";

const route = getRouteApi("/inside/historique");
const PAGE_SIZE = 25;

/** The history of an employer's accounts, for its administrators (G). */
export function History() {
  const t = wordsOf("history");
  const employer = useEmployer();
  const search = route.useSearch();
  const navigate = useNavigate();
  const window = search.avant
    ? { last: PAGE_SIZE, before: search.avant }
    : { first: PAGE_SIZE, after: search.apres ?? null };
  const filter = filterOf(search);
  const variables = { employerId: employer?.id ?? "", filter };
  const { data, error, isError, isPlaceholderData, refetch } = useServiceQuery(
    HistoryDocument,
    { ...variables, ...window },
    employer !== undefined,
  );
  const setSearch = (next: HistorySearch, replace = false) =>
    void navigate({ to: "/historique", search: next, replace, resetScroll: false });
  const { apres: _1, avant: _2, ...firstPage } = search;
  const change = (part: Partial<Record<keyof HistorySearch, string>>) =>
    setSearch({ ...firstPage, ...part } as HistorySearch, true);
  const entries = data?.employer?.history;
  return (
    <Page
      title={t("title")}
      lead={t(employer ? "lead" : "notYours")}
      crumbs={[{ label: wordsOf("glossary")("screen.dashboard"), to: "/" }]}
      actions={employer ? <ExportLink list="historique" variables={variables} /> : null}
    >
      {employer ? (
        <div className="card">
          <Filters search={search} onChange={change} />
          <div className="inside stack" aria-busy={isPlaceholderData}>
            {isError ? <Failure error={error} onRetry={() => void refetch()} /> : null}
            {search.groupe ? (
              <Notice variant="info" title={t("together")}>
                <Link to="/historique">{t("allTogether")}</Link>
              </Notice>
            ) : null}
            <p role="status" className="visually-hidden">
              {entries && !isPlaceholderData ? t("shown", { count: entries.nodes.length }) : ""}
            </p>
            {entries?.nodes.length === 0 ? (
              <div className="empty">
                <h2>{t("emptyTitle")}</h2>
                <p className="quiet">{t("emptyText")}</p>
                <Button onPress={() => setSearch({ etablissement: employer.contractNumber })}>
                  {t("clear")}
                </Button>
              </div>
            ) : null}
            {entries || isError ? null : <Loading />}
            {entries ? <HistoryEntries nodes={ungrouped(entries.nodes)} /> : null}
          </div>
          {entries && entries.nodes.length > 0 ? (
            <nav className="row inside end" aria-label={t("pages")}>
              <Button
                isDisabled={!entries.pageInfo.hasPreviousPage}
                onPress={() => setSearch({ ...firstPage, avant: entries.pageInfo.startCursor ?? "" })}
              >
                {t("newer")}
              </Button>
              <Button
                isDisabled={!entries.pageInfo.hasNextPage}
                onPress={() => setSearch({ ...firstPage, apres: entries.pageInfo.endCursor ?? "" })}
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
      <Select
        label={t("operation")}
        options={operations}
        value={search.operation ?? "ALL"}
        onChange={(value) => onChange({ operation: value === "ALL" ? "" : value })}
      />
      <Field label={t("from")} type="date" value={search.du ?? ""} onChange={(du) => onChange({ du })} />
      <Field label={t("until")} type="date" value={search.au ?? ""} onChange={(au) => onChange({ au })} />
      <SearchText
        key={search.texte ?? ""}
        text={search.texte ?? ""}
        onChange={(texte) => onChange({ texte })}
      />
    </div>
  );
}

/** Searches on Enter, or when the field loses the focus. */
function SearchText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = wordsOf("history");
  const [typed, setTyped] = useState(text);
  const submit = () => typed.trim() !== text && onChange(typed.trim());
  return (
    <Field
      label={t("text")}
      type="search"
      placeholder={t("textHint")}
      value={typed}
      onChange={setTyped}
      onBlur={submit}
      onKeyDown={(event) => event.key === "Enter" && submit()}
    />
  );
}
