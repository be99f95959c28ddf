/** The ways out of a session: nothing that was read or typed stays behind in this tab. */
import { SignOutDocument } from "../gql/graphql";
import { ask } from "../service/client";
import { queryClient } from "../service/queries";
import { tell } from "../service/tabs";

/** Errors: AskError; the session goes on then. */
export async function signOut(): Promise<void> {
  await ask(SignOutDocument, {});
  tell({ kind: "signedOut" });
  leave("/connexion");
}

/** To an address that is loaded anew. Drafts and the link of an e-mail are in the tab's storage. */
export function leave(address: string): void {
  sessionStorage.clear();
  queryClient.clear();
  window.location.assign(address);
}
