import { useState } from "react";
import { Button } from "../../design/Button";
import { Field } from "../../design/fields/Field";
import { Loading } from "../../design/Loading";
import { toast } from "../../design/Toasts";
import { ColleaguesDocument, RightsOfDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { type Levels, levelsOf } from "./levels";

/** Finds a colleague, previews their rights, then copies these into the form. Nothing is saved. */
export function CopyRights({
  employerId,
  exclude,
  onCopy,
}: {
  employerId: string;
  exclude?: string;
  onCopy: (levels: Levels) => void;
}) {
  const t = wordsOf("accounts/rights");
  const [text, setText] = useState("");
  const [selected, setSelected] = useState<string | null>(null);
  const query = text.trim();
  const search = useServiceQuery(
    ColleaguesDocument,
    { employerId, text: query },
    query !== "" && selected === null,
  );
  const colleagues = (search.data?.employer?.accounts.nodes ?? []).filter(
    ({ identifier }) => identifier !== exclude,
  );
  return (
    <details className="copy card">
      <summary>{t("copy")}</summary>
      <div className="stack">
        <Field
          label={t("copyHint")}
          type="search"
          value={text}
          autoComplete="off"
          onChange={(value) => {
            setText(value);
            setSelected(null);
          }}
        />
        {search.isError ? <Failure error={search.error} onRetry={() => void search.refetch()} /> : null}
        {query && selected === null && search.data ? (
          <ul className="colleagues" aria-live="polite">
            {colleagues.map((colleague) => (
              <li key={colleague.id}>
                <Button variant="quiet" onPress={() => setSelected(colleague.identifier)}>
                  {colleague.firstName} {colleague.lastName}{" "}
                  <span className="mono">{colleague.identifier}</span>
                  <span className="quiet small">{colleague.department}</span>
                </Button>
              </li>
            ))}
            {colleagues.length === 0 ? <li className="quiet">{t("copyNobody")}</li> : null}
          </ul>
        ) : null}
        {selected ? <Preview identifier={selected} onCopy={onCopy} /> : null}
      </div>
    </details>
  );
}

function Preview({ identifier, onCopy }: { identifier: string; onCopy: (levels: Levels) => void }) {
  const t = wordsOf("accounts/rights");
  const g = wordsOf("glossary");
  const { data, isError, error } = useServiceQuery(RightsOfDocument, { identifier });
  if (isError) return <Failure error={error} />;
  const account = data?.account;
  if (!account || account.identifier !== identifier) return data ? null : <Loading />;
  const name = `${account.firstName} ${account.lastName}`;
  const held = account.rights.filter(({ level }) => level !== "NONE");
  const copy = () => {
    onCopy(levelsOf(account.rights));
    toast(t("copied", { name }));
  };
  return (
    <section className="stack" aria-label={t("copyOf", { name })}>
      <h3>{t("copyOf", { name })}</h3>
      {held.length === 0 ? <p className="quiet">{t("copyNothing")}</p> : null}
      <ul className="held">
        {held.map(({ service, level }) => (
          <li key={service.code}>
            {service.label} : <strong>{g(`level.${level}`)}</strong>
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={copy}>{t("copyThese")}</Button>
      </div>
    </section>
  );
}
