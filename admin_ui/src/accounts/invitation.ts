import type { InvitationState } from "../gql/graphql";

/** The states of a pending account's invitation, those that need an action of the administrator first. */
export const INVITATION_STATES = ["FAILED", "LAPSED", "REVOKED", "QUEUED", "SENT"] as const;

/** Whether the link cannot be used any more, or was never received: the invitation has to be sent again. */
export function isDead(state: InvitationState): boolean {
  return state === "FAILED" || state === "LAPSED" || state === "REVOKED";
}
