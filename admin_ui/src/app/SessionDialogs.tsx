import { Dialog } from "../design/Dialogs";
import { wordsOf } from "../i18n/words";
import { SignInForm } from "../sign_in/SignInForm";
import { queryClient, viewer } from "./queries";
import { sessionLost, useSessionLost } from "./session";
import { useViewer } from "./viewer";

/** When the session has ended: sign in again above the page, and nothing that was typed is lost. */
export function SessionDialogs() {
  const t = wordsOf("app");
  const { account } = useViewer();
  const lost = useSessionLost();
  const goOn = async (accountId: string) => {
    if (accountId !== account.id) return window.location.assign("/"); // someone else: nothing of before stays
    sessionLost.set(false);
    await queryClient.invalidateQueries();
    await queryClient.fetchQuery(viewer());
  };
  return (
    <Dialog title={t("session.lostTitle")} open={lost}>
      <p>{t("session.lostText")}</p>
      <SignInForm identifier={account.identifier} onSignedIn={(id) => void goOn(id)} />
    </Dialog>
  );
}
