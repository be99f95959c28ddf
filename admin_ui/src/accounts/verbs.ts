/** What can be done to accounts, one or many, and how the service is asked for it. */
import { LockOpen, RefreshCw, RotateCcw, SendHorizontal, Trash2 } from "lucide-react";
import {
  type AccountAction,
  DeleteAccountsDocument,
  RenewAccountsDocument,
  ResendInvitationsDocument,
  RestoreAccountsDocument,
  UnlockAccountsDocument,
} from "../gql/graphql";
import type { Verb } from "./search";

export const DOCUMENTS = {
  renouveler: RenewAccountsDocument,
  supprimer: DeleteAccountsDocument,
  restaurer: RestoreAccountsDocument,
  inviter: ResendInvitationsDocument,
  deverrouiller: UnlockAccountsDocument,
} as const;

export const ACTION_OF: Record<Verb, AccountAction> = {
  renouveler: "RENEW",
  supprimer: "DELETE",
  restaurer: "RESTORE",
  inviter: "RESEND_INVITATION",
  deverrouiller: "UNLOCK",
};

export const ICONS = {
  renouveler: RefreshCw,
  supprimer: Trash2,
  restaurer: RotateCcw,
  inviter: SendHorizontal,
  deverrouiller: LockOpen,
} as const;
