import { useQuery } from "@tanstack/react-query";
import { Link } from "../design/Link";
import { type GroupedFragment, type OperationFragment, ServiceNamesDocument } from "../gql/graphql";
import { formatDayOf, formatNumber, formatTime } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { queryFor } from "../service/queries";
import { actorLabel, formatValue, labelOfChange, type ServiceNames } from "./changes";
import "./history.css";

/** An entry, which stands for the `count` entries of its group. */
export type GroupedEntry = OperationFragment & { count?: number };

export function ungrouped(groups: readonly GroupedFragment[]): GroupedEntry[] {
  return groups.map(({ count, entry }) => ({ ...entry, count }));
}

/**
 * History entries by day, in the order given, which is newest first; `showAccount` names the account of
 * each.
 */
export function HistoryEntries({
  nodes,
  showAccount = true,
  compact = false,
  level = 2,
}: {
  nodes: GroupedEntry[];
  showAccount?: boolean;
  compact?: boolean;
  /** Heading level of the days, below that of the surrounding section. */
  level?: 2 | 3 | 4;
}) {
  const services = useServiceNames();
  if (!services) return null; // else the codes would be shown for a moment before the names
  const DayHeading = `h${level}` as const;
  return (
    <div className="days">
      {byDay(nodes).map(({ day, entries }) => (
        <section key={day} aria-label={day}>
          <DayHeading className="day">{day}</DayHeading>
          <ol className="entries">
            {entries.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                showAccount={showAccount}
                compact={compact}
                services={services}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({
  entry,
  showAccount,
  compact,
  services,
}: {
  entry: GroupedEntry;
  showAccount: boolean;
  compact: boolean;
  services: ServiceNames;
}) {
  const t = wordsOf("history");
  const g = wordsOf("glossary");
  const { account, count = 1 } = entry;
  return (
    <li className="entry">
      <time className="figures quiet" dateTime={entry.at}>
        {formatTime(entry.at)}
      </time>
      <div>
        <p>
          <strong>{g(`operation.${entry.operation}`)}</strong>
          {count > 1 ? (
            <>
              {" – "}
              <Link to="/historique" search={{ groupe: entry.id }}>
                {t("accounts", { shown: formatNumber(count) })}
              </Link>
            </>
          ) : showAccount && account ? (
            <>
              {" – "}
              <Link to="/comptes/$identifier" params={{ identifier: account.identifier }}>
                {account.firstName} {account.lastName}
              </Link>
            </>
          ) : null}
          <span className="quiet">
            {" "}
            {t("by", { actor: actorLabel(entry.actor) })}
            {entry.onBehalfOf ? ` ${t("onBehalfOf", { employer: entry.onBehalfOf.name })}` : ""}
          </span>
        </p>
        {compact || count > 1 || entry.changes.length === 0 ? null : (
          <Changes changes={entry.changes} services={services} />
        )}
      </div>
    </li>
  );
}

/** More changes than this are folded. */
const MAX_UNFOLDED_CHANGES = 6;

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
          {labelOfChange(change, services)} :{" "}
          {/* An invitation sent again has the same address before and after: it is said once. */}
          {change.before === change.after ? null : `${formatValue(change, change.before) ?? t("nothing")} → `}
          <strong>{formatValue(change, change.after) ?? t("nothing")}</strong>
        </li>
      ))}
    </ul>
  );
  if (changes.length <= MAX_UNFOLDED_CHANGES) return list;
  return (
    <details>
      <summary className="small">{t("changes", { count: changes.length })}</summary>
      {list}
    </details>
  );
}

/** Undefined while loading; empty if it cannot be loaded, and then the codes are shown. */
export function useServiceNames(): ServiceNames | undefined {
  const query = { ...queryFor(ServiceNamesDocument, {}), staleTime: Number.POSITIVE_INFINITY };
  const { data, isPending } = useQuery(query);
  if (isPending) return undefined;
  return new Map(
    data?.themes.flatMap(({ services }) => services.map(({ code, label }) => [code, label] as const)),
  );
}

function byDay(nodes: GroupedEntry[]): { day: string; entries: GroupedEntry[] }[] {
  const days: { day: string; entries: GroupedEntry[] }[] = [];
  for (const entry of nodes) {
    const day = formatDayOf(entry.at);
    if (days.at(-1)?.day !== day) days.push({ day, entries: [] });
    days.at(-1)?.entries.push(entry);
  }
  return days;
}
