/** Leaving a session: nothing that was read or typed remains in this tab. */
import { SignOutDocument } from "../gql/graphql";
import { execute } from "./client";
import { queryClient } from "./queries";
import { publish } from "./tabs";

/** Ends the session in all tabs. Throws ServiceError; the session then continues. */
export async function signOut(): Promise<void> {
  await execute(SignOutDocument, {});
  publish({ kind: "signedOut" });
  leaveSession("/connexion");
}

/** Loads `url` anew. Clears the tab's storage too, which holds drafts and the token of an e-mail link. */
export function leaveSession(url: string): void {
  sessionStorage.clear();
  queryClient.clear();
  window.location.assign(url);
}
