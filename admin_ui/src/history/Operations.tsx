import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type OperationFragment, ServiceNamesDocument } from "../gql/graphql";
import { shownDayOf, shownTime } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { asked } from "../service/queries";
import { type ServiceNames, shownValue, subjectOf } from "./change";
import "./history.css";

/** What was done, newest first, day by day; `about` tells on whom. */
export function Operations({
  nodes,
  about = true,
  compact = false,
  level = 2,
}: {
  nodes: OperationFragment[];
  about?: boolean;
  compact?: boolean;
  /** Of the days' headings, under what they stand. */
  level?: 2 | 3 | 4;
}) {
  const services = useServiceNames();
  if (!services) return null; // codes would flicker into names
  const Day = `h${level}` as const;
  return (
    <div className="days">
      {byDay(nodes).map(({ day, entries }) => (
        <section key={day} aria-label={day}>
          <Day className="day">{day}</Day>
          <ol className="entries">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} about={about} compact={compact} services={services} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({
  entry,
  about,
  compact,
  services,
}: {
  entry: OperationFragment;
  about: boolean;
  compact: boolean;
  services: ServiceNames;
}) {
  const t = wordsOf("history");
  const g = wordsOf("glossary");
  const { account } = entry;
  return (
    <li className="entry">
      <time className="figures quiet" dateTime={entry.at}>
        {shownTime(entry.at)}
      </time>
      <div>
        <p>
          <strong>{g(`operation.${entry.operation}`)}</strong>
          {about && account ? (
            <>
              {" – "}
              <Link to="/comptes/$identifier" params={{ identifier: account.identifier }}>
                {account.firstName} {account.lastName}
              </Link>
            </>
          ) : null}
          <span className="quiet">
            {" "}
            {t("by", { actor: entry.actor === "system" ? t("system") : entry.actor })}
            {entry.onBehalfOf ? ` ${t("onBehalfOf", { employer: entry.onBehalfOf.name })}` : ""}
          </span>
        </p>
        {compact || entry.changes.length === 0 ? null : (
          <Changes changes={entry.changes} services={services} />
        )}
      </div>
    </li>
  );
}

/** So many changes that they are folded away. */
const MANY = 6;

export function Changes({
  changes,
  services,
}: {
  changes: OperationFragment["changes"];
  services: ServiceNames;
}) {
  const t = wordsOf("history");
  const list = (
    <ul className="changes small">
      {changes.map((change) => (
        <li key={change.field}>
          {subjectOf(change, services)} : {shownValue(change, change.before) ?? t("nothing")} →{" "}
          <strong>{shownValue(change, change.after) ?? t("nothing")}</strong>
        </li>
      ))}
    </ul>
  );
  if (changes.length <= MANY) return list;
  return (
    <details>
      <summary className="small">{t("changes", { count: changes.length })}</summary>
      {list}
    </details>
  );
}

/** Undefined until it is known; empty where it cannot be, and codes must do. */
export function useServiceNames(): ServiceNames | undefined {
  const query = { ...asked(ServiceNamesDocument, {}), staleTime: Number.POSITIVE_INFINITY };
  const { data, isPending } = useQuery(query);
  if (isPending) return undefined;
  return new Map(
    data?.themes.flatMap(({ services }) => services.map(({ code, label }) => [code, label] as const)),
  );
}

function byDay(nodes: OperationFragment[]): { day: string; entries: OperationFragment[] }[] {
  const found: { day: string; entries: OperationFragment[] }[] = [];
  for (const entry of nodes) {
    const day = shownDayOf(entry.at);
    if (found.at(-1)?.day !== day) found.push({ day, entries: [] });
    found.at(-1)?.entries.push(entry);
  }
  return found;
}
