import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button";
import { Dialog } from "../design/Dialogs";
import { formatDuration } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { queryClient, viewerQuery } from "../service/queries";
import { type SessionTimes, useTimeLeft } from "../service/sessionExpiry";
import { SignInForm } from "../sign_in/SignInForm";

/**
 * A warning before the session expires: one click extends it, or, at its absolute limit, the user signs in
 * again.
 */
export function SessionExpiryDialog({
  times,
  identifier,
  onSignedIn,
}: {
  times: SessionTimes;
  identifier: string;
  onSignedIn: (accountId: string) => void;
}) {
  const t = wordsOf("routing");
  const timeLeft = useTimeLeft(times);
  const [dismissedEnd, setDismissedEnd] = useState(""); // the `endsAt` for which the user chose "later"
  const extension = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...viewerQuery(), staleTime: 0 }), // any request extends the session
  });
  const final = timeLeft?.final ?? false;
  const extend = () => extension.mutate();
  const dismiss = () => setDismissedEnd(times.endsAt);
  return (
    <Dialog
      title={t("session.soonTitle")}
      open={timeLeft !== null && !(final && dismissedEnd === times.endsAt)}
      onClose={final ? dismiss : extend}
    >
      <p>{t(final ? "session.finalText" : "session.soonText")}</p>
      <p role="timer" className="time-left">
        {timeLeft ? formatDuration(timeLeft.seconds) : null}
      </p>
      {extension.isError ? <Failure error={extension.error} /> : null}
      {final ? <SignInForm identifier={identifier} onSignedIn={onSignedIn} /> : null}
      <div className="dialog-actions">
        {final ? (
          <Button onPress={dismiss}>{t("session.later")}</Button>
        ) : (
          <Button variant="primary" autoFocus onPress={extend} isPending={extension.isPending}>
            {t("session.stay")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
