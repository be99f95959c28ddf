import { useBlocker } from "@tanstack/react-router";
import { Confirmation } from "../../../design/Dialogs";
import { wordsOf } from "../../../i18n/words";

/** Asks for confirmation before unsaved changes are lost: by a link, the back button, or closing the page. */
export function LeaveGuard({ unsaved, identifier }: { unsaved: boolean; identifier: string }) {
  const t = wordsOf("accounts/modify");
  const path = `/comptes/${identifier}`;
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => unsaved && next.pathname !== path,
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
