/** The actions on accounts, one or many: their names in URLs, the service's names, its mutations, icons. */
import {
  KeyRound,
  LockOpen,
  LogOut,
  type LucideIcon,
  RefreshCw,
  RotateCcw,
  SendHorizontal,
  Trash2,
} from "lucide-react";
import {
  type AccountAction,
  DeleteAccountsDocument,
  EndAccountSessionsDocument,
  RenewAccountsDocument,
  ResendInvitationsDocument,
  RestoreAccountsDocument,
  SendPasswordResetsDocument,
  UnlockAccountsDocument,
} from "../../gql/graphql";

export const BULK_ACTIONS = [
  "renouveler",
  "supprimer",
  "inviter",
  "deverrouiller",
  "restaurer",
  "reinitialiser",
  "deconnecter",
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const BULK_MUTATIONS = {
  renouveler: RenewAccountsDocument,
  supprimer: DeleteAccountsDocument,
  restaurer: RestoreAccountsDocument,
  inviter: ResendInvitationsDocument,
  deverrouiller: UnlockAccountsDocument,
  reinitialiser: SendPasswordResetsDocument,
  deconnecter: EndAccountSessionsDocument,
} as const satisfies Record<BulkAction, unknown>;

export const ACTION_ICONS: Record<BulkAction, LucideIcon> = {
  renouveler: RefreshCw,
  supprimer: Trash2,
  restaurer: RotateCcw,
  inviter: SendHorizontal,
  deverrouiller: LockOpen,
  reinitialiser: KeyRound,
  deconnecter: LogOut,
};

const SERVICE_ACTION: Record<BulkAction, AccountAction> = {
  renouveler: "RENEW",
  supprimer: "DELETE",
  restaurer: "RESTORE",
  inviter: "RESEND_INVITATION",
  deverrouiller: "UNLOCK",
  reinitialiser: "SEND_PASSWORD_RESET",
  deconnecter: "END_SESSIONS",
};

type ActionState = { action: AccountAction; allowed: boolean };

/** Whether the service allows the action on an account, and why not; `actions` are those of the account. */
export function stateOf<State extends ActionState>(
  actions: readonly State[],
  action: BulkAction,
): State | undefined {
  return actions.find((state) => state.action === SERVICE_ACTION[action]);
}
