import { useState } from "react";
import { Button } from "../design/Button";
import { Field } from "../design/fields";
import { toast } from "../design/Toasts";
import { ColleaguesDocument, RightsOfDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { useAsk } from "../service/queries";
import { type Levels, levelsOf } from "./levels";

/** Looks for a colleague, shows what would be taken over, then takes it. Nothing is written. */
export function CopyRights({
  employerId,
  exclude,
  onCopy,
}: {
  employerId: string;
  exclude?: string;
  onCopy: (levels: Levels) => void;
}) {
  const t = wordsOf("rights");
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = text.trim();
  const found = useAsk(ColleaguesDocument, { employerId, text: wanted }, wanted !== "" && chosen === null);
  const colleagues = (found.data?.employer?.accounts.nodes ?? []).filter((one) => one.identifier !== exclude);
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
            setChosen(null);
          }}
        />
        {found.isError ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : null}
        {wanted && chosen === null && found.data ? (
          <ul className="colleagues" aria-live="polite">
            {colleagues.map((one) => (
              <li key={one.id}>
                <Button look="quiet" onPress={() => setChosen(one.identifier)}>
                  {one.firstName} {one.lastName} <span className="mono">{one.identifier}</span>
                  <span className="quiet small">{one.department}</span>
                </Button>
              </li>
            ))}
            {colleagues.length === 0 ? <li className="quiet">{t("copyNobody")}</li> : null}
          </ul>
        ) : null}
        {chosen ? <Preview identifier={chosen} onCopy={onCopy} /> : null}
      </div>
    </details>
  );
}

function Preview({ identifier, onCopy }: { identifier: string; onCopy: (levels: Levels) => void }) {
  const t = wordsOf("rights");
  const g = wordsOf("glossary");
  const { data, isError, error } = useAsk(RightsOfDocument, { identifier });
  if (isError) return <Failure error={error} />;
  const account = data?.account;
  if (!account || account.identifier !== identifier) return null;
  const name = `${account.firstName} ${account.lastName}`;
  const held = account.rights.filter(({ level }) => level !== "NONE");
  const take = () => {
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
        <Button onPress={take}>{t("copyThese")}</Button>
      </div>
    </section>
  );
}
