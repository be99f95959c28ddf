import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialogs";
import { Field } from "../../design/fields/Field";
import { Link } from "../../design/Link";
import { EmployerChoicesDocument } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { useEmployer, useViewer } from "../../service/viewer";
import { type Choice, ChoiceItem } from "./ChoiceItem";
import { moveAmongChoices } from "./moveAmongChoices";
import { rememberedEmployers } from "./remembered";
import "./switcher.css";
import "./words";

const DEBOUNCE_MS = 200;
const MAX_FOUND = 20;
const MAX_DUE = 5;

/**
 * Opens another employer in this tab: by search, or among those pinned, opened last, or due. Arrow keys move from
 * the field through the list; Enter in the field opens the first.
 */
export function Switcher({ onClose }: { onClose: () => void }) {
  const t = wordsOf("employers/switcher");
  const [typed, setTyped] = useState("");
  const search = useDebounced(typed.trim());
  const content = useRef<HTMLDivElement>(null);
  const { data, isError, error, isPlaceholderData, refetch } = useServiceQuery(EmployerChoicesDocument, {
    search: search || null,
    dueFirst: search === "",
    first: search ? MAX_FOUND : MAX_DUE,
  });
  const { nodes = [], totalCount = 0 } = data?.viewer.administered ?? {};
  const openFirst = () => {
    if (typed.trim() === search && !isPlaceholderData) choicesIn(content.current)[0]?.click();
  };
  // Here and not at the field, which would keep the keys for itself: Escape too.
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) openFirst();
    else moveAmongChoices(event);
  };
  return (
    <Dialog title={t("title")} open onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: moves the focus among the links inside */}
      <div ref={content} className="stack" onKeyDown={onKeyDown}>
        <div data-first>
          <Field
            label={t("search")}
            hint={t("searchHint")}
            type="search"
            autoComplete="off"
            autoFocus
            maxLength={200}
            value={typed}
            onChange={setTyped}
          />
        </div>
        {isError ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        <p role="status" className={search ? "small quiet" : "visually-hidden"}>
          {search && !isPlaceholderData
            ? totalCount === 0
              ? t("none")
              : t("found", { count: totalCount, shown: formatNumber(totalCount) })
            : ""}
        </p>
        {search ? (
          <ul className="choices" aria-busy={isPlaceholderData}>
            {nodes.map((choice) => (
              <ChoiceItem key={choice.employer.id} {...choice} onOpen={onClose} />
            ))}
          </ul>
        ) : (
          <Suggestions
            due={nodes.filter(({ expired, expiring }) => expired + expiring > 0)}
            onOpen={onClose}
          />
        )}
      </div>
      <div className="dialog-actions">
        <Link
          className="button"
          to="/employeurs"
          search={search && totalCount > 0 ? { recherche: search } : {}}
          onClick={onClose}
        >
          {search && totalCount > MAX_FOUND ? t("allFound", { shown: formatNumber(totalCount) }) : t("all")}
        </Link>
        <Button onPress={onClose}>{wordsOf("design")("close")}</Button>
      </div>
    </Dialog>
  );
}

function Suggestions({ due, onOpen }: { due: readonly Choice[]; onOpen: () => void }) {
  const t = wordsOf("employers/switcher");
  const { account } = useViewer();
  const current = useEmployer()?.contractNumber;
  const { pinned = [], recent = [] } = rememberedEmployers.use(account.id) ?? {};
  const others = recent.filter(({ contractNumber }) => contractNumber !== current);
  const lists = [
    ["pinned", pinned.map((employer) => ({ employer }))],
    ["recent", others.map((employer) => ({ employer }))],
    ["due", due],
  ] as const;
  return (
    <>
      {lists.map(([name, choices]) =>
        choices.length > 0 ? (
          <section key={name} aria-labelledby={`choices-${name}`}>
            <h3 id={`choices-${name}`}>{t(name)}</h3>
            <ul className="choices">
              {choices.map((choice) => (
                <ChoiceItem key={choice.employer.contractNumber} {...choice} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </>
  );
}

function choicesIn(element: HTMLElement | null): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>("[data-choice]") ?? [])];
}

/** `value` once it has not changed for a moment, so that no keystroke waits for a response. */
function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
