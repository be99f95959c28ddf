import { useState } from "react";
import type { BulkEmployer } from "./AffectedAccounts";
import type { BulkAction } from "./actions";
import { BulkDialog } from "./BulkDialog";
import { MAX_BULK_MATCHES } from "./limits";
import { RenewInPartsDialog } from "./RenewInPartsDialog";
import type { MatchingAccounts } from "./renewInParts";

/** The dialog of an action on the accounts with these ids, or, without ids, on all that match. */
export function BulkActionDialog({
  action,
  ids,
  matching,
  employer,
  count,
  onClose,
  onDone,
}: {
  action: BulkAction;
  ids: string[] | null;
  matching: MatchingAccounts;
  employer: BulkEmployer;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  // Decided once: renewed accounts may leave the search while the dialog is open.
  const [isInParts] = useState(ids === null && action === "renouveler" && count > MAX_BULK_MATCHES);
  const rest = { employer, count, onClose, onDone };
  if (isInParts) return <RenewInPartsDialog accounts={matching} {...rest} />;
  return <BulkDialog action={action} input={ids ? { ids } : { matching }} {...rest} />;
}
