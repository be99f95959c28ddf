import { useBlocker } from "@tanstack/react-router";
import { Confirmation } from "../design/Dialogs";
import { wordsOf } from "../i18n/words";

/** Asks before unsaved changes are left behind: by a link, the back button, or closing the page. */
export function LeaveGuard({ unsaved, identifier }: { unsaved: boolean; identifier: string }) {
  const t = wordsOf("account");
  const here = `/comptes/${identifier}`;
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => unsaved && next.pathname !== here,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  return (
    <Confirmation
      title={t("leaveTitle")}
      open
      onClose={blocker.reset}
      onConfirm={blocker.proceed}
      confirm={t("leave")}
      cancel={t("stay")}
      danger
    >
      <p>{t("leaveText")}</p>
    </Confirmation>
  );
}
