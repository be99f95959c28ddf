import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button";
import { Dialog } from "../design/Dialogs";
import { shownDuration } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { queryClient, viewer } from "../service/queries";
import { SignInForm } from "../sign_in/SignInForm";
import { type Told, useLeft } from "./lapse";

/** Before the session ends: one click to stay, or to sign in again where staying is not possible any more. */
export function LapseDialog({
  told,
  identifier,
  onSignedIn,
}: {
  told: Told;
  identifier: string;
  onSignedIn: (accountId: string) => void;
}) {
  const t = wordsOf("app");
  const left = useLeft(told);
  const [put, setPut] = useState(""); // the last end that was put off until later
  const staying = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...viewer(), staleTime: 0 }), // asking anything at all is enough
  });
  const final = left?.final ?? false;
  const stay = () => staying.mutate();
  const later = () => setPut(told.endsAt);
  return (
    <Dialog
      title={t("session.soonTitle")}
      open={left !== null && !(final && put === told.endsAt)}
      onClose={final ? later : stay}
    >
      <p>{t(final ? "session.finalText" : "session.soonText")}</p>
      <p role="timer" className="time-left">
        {left ? shownDuration(left.seconds) : null}
      </p>
      {staying.isError ? <Failure error={staying.error} /> : null}
      {final ? <SignInForm identifier={identifier} onSignedIn={onSignedIn} /> : null}
      <div className="dialog-actions">
        {final ? (
          <Button onPress={later}>{t("session.later")}</Button>
        ) : (
          <Button look="primary" autoFocus onPress={stay} isPending={staying.isPending}>
            {t("session.stay")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
