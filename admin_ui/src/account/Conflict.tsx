import { useMutation } from "@tanstack/react-query";
import { Button } from "../design/Button";
import { Dialog } from "../design/Dialogs";
import { Notice } from "../design/Notice";
import { type ModifyAccountMutation, OneAccountDocument, type WholeFragment } from "../gql/graphql";
import { Operations } from "../history/Operations";
import { wordsOf } from "../i18n/words";
import { failureWords } from "../layout/Failure";
import { ask } from "../service/client";
import { ChangesList } from "./ChangesList";
import type { Edits } from "./edits";

/** M4: what the other administrator did, beside what was about to be saved. Nothing is lost either way. */
export function Conflict({
  payload,
  account,
  edits,
  onTheirs,
  onMine,
}: {
  payload: ModifyAccountMutation["modifyAccount"];
  account: WholeFragment;
  edits: Edits;
  onTheirs: () => void;
  onMine: (theirs: WholeFragment) => void;
}) {
  const t = wordsOf("account");
  const { identifier } = account;
  const again = useMutation({
    mutationFn: () => ask(OneAccountDocument, { identifier }),
    onSuccess: ({ account: theirs }) => (theirs ? onMine(theirs) : onTheirs()),
  });
  const failure = failureWords(again.error);
  return (
    <Dialog title={t("conflictTitle")} open wide alert>
      <p>{t("conflictText")}</p>
      <h3>{t("theirs")}</h3>
      <Operations nodes={payload.conflictingChanges} about={false} level={4} />
      <h3>{t("mine")}</h3>
      <ChangesList account={account} edits={edits} />
      {again.isError ? <Notice look="danger" alert title={failure} /> : null}
      <div className="dialog-actions">
        <Button onPress={onTheirs}>{t("takeTheirs")}</Button>
        <Button look="primary" onPress={() => again.mutate()} isPending={again.isPending} autoFocus>
          {t("keepMine")}
        </Button>
      </div>
    </Dialog>
  );
}
