import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { Dialog } from "../design/Dialogs";
import { wordsOf } from "../i18n/words";
import { queryClient, viewer } from "../service/queries";
import { sessionLost, useSessionLost } from "../service/session";
import { hear } from "../service/tabs";
import type { Signed } from "../service/viewer";
import { SignInForm } from "../sign_in/SignInForm";
import { LapseDialog } from "./LapseDialog";
import { leave } from "./leaving";

/** The end of a session, near or come: one signs in above the page, and nothing that was typed is lost. */
export function SessionDialogs() {
  const t = wordsOf("app");
  const { data, dataUpdatedAt: readAt } = useSuspenseQuery(viewer());
  const { account, sessionLapsesAt, sessionEndsAt } = data.viewer as Signed;
  const lost = useSessionLost();
  const goOn = useGoingOn(account.id);
  if (lost || !sessionLapsesAt || !sessionEndsAt) {
    return (
      <Dialog title={t("session.lostTitle")} open>
        <p>{t("session.lostText")}</p>
        <SignInForm identifier={account.identifier} onSignedIn={goOn} />
      </Dialog>
    );
  }
  const told = { readAt, lapsesAt: sessionLapsesAt, endsAt: sessionEndsAt };
  return <LapseDialog told={told} identifier={account.identifier} onSignedIn={goOn} />;
}

/** What to do when someone has signed in, here or in another tab; and when someone has left there. */
function useGoingOn(ownId: string): (accountId: string) => void {
  const first = useRef(ownId);
  const goOn = async (accountId: string) => {
    if (accountId !== first.current) return leave("/"); // someone else: nothing of before stays
    await queryClient.fetchQuery({ ...viewer(), staleTime: 0 });
    sessionLost.set(false);
    await queryClient.invalidateQueries();
  };
  const going = (accountId: string) => void goOn(accountId).catch(() => {}); // then the dialog stays
  const heard = useEffectEvent(going);
  useEffect(
    () =>
      hear((told) => {
        if (told.kind === "signedIn") heard(told.accountId);
        if (told.kind === "signedOut") leave("/connexion");
      }),
    [],
  );
  useEffect(() => {
    if (ownId !== first.current) leave("/");
  }, [ownId]);
  return going;
}
