import type { WholeFragment } from "../../../gql/graphql";
import { Changes, useServiceNames } from "../../../history/HistoryEntries";
import { changedFields, changedRights, type Edits, editsFrom } from "../edits";

/** The unsaved changes, before and after, in the words of the history. */
export function ChangesList({ account, edits }: { account: WholeFragment; edits: Edits }) {
  const services = useServiceNames() ?? new Map<string, string>();
  const before = editsFrom(account);
  const details = changedFields(account, edits).map((name) => ({
    field: name === "address" ? "professionalAddress" : name,
    before: before.details[name],
    after: edits.details[name],
  }));
  const rights = changedRights(account, edits).map((code) => ({
    field: `rights.${code}`,
    before: before.levels[code] ?? "NONE",
    after: edits.levels[code] ?? "NONE",
  }));
  return <Changes changes={[...details, ...rights]} services={services} />;
}
