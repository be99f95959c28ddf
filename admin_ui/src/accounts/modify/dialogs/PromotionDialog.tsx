import { Confirmation } from "../../../design/Dialogs";
import type { WholeFragment } from "../../../gql/graphql";
import { wordsOf } from "../../../i18n/words";
import type { Edits } from "../edits";
import { ChangesList } from "./ChangesList";

/** Confirmation of a promotion (M2): it cannot be undone, and a letter goes out. */
export function PromotionDialog({
  account,
  edits,
  pending,
  onClose,
  onConfirm,
}: {
  account: WholeFragment;
  edits: Edits;
  pending: boolean;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const t = wordsOf("accounts/modify");
  return (
    <Confirmation
      title={t("promoteTitle", { name: `${account.firstName} ${account.lastName}` })}
      open
      onClose={onClose}
      onConfirm={onConfirm}
      confirm={t("promote")}
      pending={pending}
    >
      <p>{t("promoteText")}</p>
      <p>{t("willChange")}</p>
      <ChangesList account={account} edits={edits} />
    </Confirmation>
  );
}
