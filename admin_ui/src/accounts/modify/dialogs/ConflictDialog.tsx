import { useMutation } from "@tanstack/react-query";
import { Button } from "../../../design/Button";
import { Dialog } from "../../../design/Dialogs";
import { type ModifyAccountMutation, OneAccountDocument, type WholeFragment } from "../../../gql/graphql";
import { HistoryEntries } from "../../../history/HistoryEntries";
import { wordsOf } from "../../../i18n/words";
import { execute } from "../../../service/client";
import { Failure } from "../../../service/Failure";
import type { Edits } from "../edits";
import { ChangesList } from "./ChangesList";

/**
 * M1: what another administrator changed meanwhile, beside the unsaved changes. Nothing is lost with either
 * choice.
 */
export function ConflictDialog({
  payload,
  account,
  edits,
  onDiscardMine,
  onKeepMine,
}: {
  payload: ModifyAccountMutation["modifyAccount"];
  account: WholeFragment;
  edits: Edits;
  onDiscardMine: () => void;
  onKeepMine: (theirs: WholeFragment) => void;
}) {
  const t = wordsOf("accounts/modify");
  const { identifier } = account;
  const rebase = useMutation({
    mutationFn: () => execute(OneAccountDocument, { identifier }),
    onSuccess: ({ account: theirs }) => (theirs ? onKeepMine(theirs) : onDiscardMine()),
  });
  return (
    <Dialog title={t("conflictTitle")} open wide alert>
      <p>{t("conflictText")}</p>
      <h3>{t("theirs")}</h3>
      <HistoryEntries nodes={payload.conflictingChanges} showAccount={false} level={4} />
      <h3>{t("mine")}</h3>
      <ChangesList account={account} edits={edits} />
      {rebase.isError ? <Failure error={rebase.error} /> : null}
      <div className="dialog-actions">
        <Button onPress={onDiscardMine}>{t("takeTheirs")}</Button>
        <Button variant="primary" onPress={() => rebase.mutate()} isPending={rebase.isPending} autoFocus>
          {t("keepMine")}
        </Button>
      </div>
    </Dialog>
  );
}
