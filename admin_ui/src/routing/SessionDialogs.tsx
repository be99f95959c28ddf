import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { Dialog } from "../design/Dialogs";
import { wordsOf } from "../i18n/words";
import { queryClient, viewerQuery } from "../service/queries";
import { sessionEnded, useSessionEnded } from "../service/sessionEnded";
import { leaveSession } from "../service/signOut";
import { subscribe } from "../service/tabs";
import type { SignedInViewer } from "../service/viewer";
import { SignInForm } from "../sign_in/SignInForm";
import { SessionExpiryDialog } from "./SessionExpiryDialog";

/**
 * When the session expires soon or has ended, the user signs in above the page, and nothing that was typed
 * is lost.
 */
export function SessionDialogs() {
  const t = wordsOf("routing");
  const { data, dataUpdatedAt: readAt } = useSuspenseQuery(viewerQuery());
  const { account, sessionLapsesAt, sessionEndsAt } = data.viewer as SignedInViewer;
  const hasEnded = useSessionEnded();
  const onSignedIn = useSignedInHandler(account.id);
  if (hasEnded || !sessionLapsesAt || !sessionEndsAt) {
    return (
      <Dialog title={t("session.lostTitle")} open>
        <p>{t("session.lostText")}</p>
        <SignInForm identifier={account.identifier} onSignedIn={onSignedIn} />
      </Dialog>
    );
  }
  const times = { readAt, lapsesAt: sessionLapsesAt, endsAt: sessionEndsAt };
  return <SessionExpiryDialog times={times} identifier={account.identifier} onSignedIn={onSignedIn} />;
}

/**
 * Returns what to call when an account has signed in; also follows the messages of other tabs.
 * The same account continues on the page; another account, or a sign-out in another tab, leaves it.
 */
function useSignedInHandler(viewerId: string): (accountId: string) => void {
  const initialId = useRef(viewerId);
  const continueSession = async (accountId: string) => {
    if (accountId !== initialId.current) return leaveSession("/");
    await queryClient.fetchQuery({ ...viewerQuery(), staleTime: 0 });
    sessionEnded.set(false);
    await queryClient.invalidateQueries();
  };
  // After an error the dialog stays open.
  const onSignedIn = (accountId: string) => void continueSession(accountId).catch(() => {});
  const onSignedInElsewhere = useEffectEvent(onSignedIn);
  useEffect(
    () =>
      subscribe((message) => {
        if (message.kind === "signedIn") onSignedInElsewhere(message.accountId);
        if (message.kind === "signedOut") leaveSession("/connexion");
      }),
    [],
  );
  useEffect(() => {
    if (viewerId !== initialId.current) leaveSession("/");
  }, [viewerId]);
  return onSignedIn;
}
