/** Says what will happen to whom, tried out on the service; then does it, once. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button";
import { Confirmation } from "../design/Dialogs";
import { Notice } from "../design/Notice";
import { toast } from "../design/Toasts";
import type { BulkAccountsInput, OutcomeFragment } from "../gql/graphql";
import { shownNumber } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { ask } from "../service/client";
import { useSend } from "../service/queries";
import { Refused } from "./Refused";
import type { Verb } from "./search";
import { DOCUMENTS } from "./verbs";

export function BulkDialog({
  verb,
  input,
  count,
  onClose,
  onDone,
}: {
  verb: Verb;
  input: BulkAccountsInput;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = wordsOf("accounts");
  const [key] = useState(() => crypto.randomUUID()); // sent again after a lost connection, it is done once
  const trial = useQuery({
    queryKey: ["trial", verb, input],
    queryFn: ({ signal }) => ask(DOCUMENTS[verb], { input: { ...input, dryRun: true } }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const send = useSend(DOCUMENTS[verb]);
  const tried = trial.data?.outcome;
  const refusal = send.data?.outcome.errors[0] ?? tried?.errors[0];
  const confirm = () => {
    if (send.isPending) return;
    send.mutate(
      { input: { ...input, idempotencyKey: key } },
      { onSuccess: ({ outcome }) => answered(outcome) },
    );
  };
  const answered = (outcome: OutcomeFragment) => {
    if (outcome.errors.length > 0) return;
    const ids = outcome.results.filter((one) => one.errors.length === 0).map((one) => one.id);
    toast(
      t(`done.${verb}`, { count: outcome.done, shown: shownNumber(outcome.done) }),
      "success",
      verb === "supprimer" ? <Undo ids={ids} /> : undefined,
    );
    onDone();
  };
  const done = tried?.done ?? count;
  return (
    <Confirmation
      title={t(`ask.${verb}`, { count: done, shown: shownNumber(done) })}
      open
      onClose={onClose}
      onConfirm={confirm}
      confirm={t(`verb.${verb}`)}
      danger={verb === "supprimer"}
      pending={send.isPending}
      disabled={!tried || tried.done === 0 || tried.errors.length > 0}
    >
      <p>{t(`what.${verb}`)}</p>
      {trial.isPending ? <p role="status">{t("checking")}</p> : null}
      {trial.isError ? <Failure error={trial.error} onRetry={() => void trial.refetch()} /> : null}
      {tried?.done === 0 && !refusal ? <Notice look="warning" title={t("nothing")} /> : null}
      {tried ? <Refused results={tried.results} /> : null}
      {refusal ? <Notice look="danger" alert title={refusal.message} /> : null}
      {send.isPending && count > 250 ? (
        <div className="stack" role="status">
          <p>{t("working", { shown: shownNumber(done) })}</p>
          <progress aria-label={t(`verb.${verb}`)} />
        </div>
      ) : null}
      {send.isError ? <Failure error={send.error} /> : null}
    </Confirmation>
  );
}

const MOST_IDS = 250;

/** Deleting can be taken back from where it was told, up to what the service takes by name at once. */
function Undo({ ids }: { ids: string[] }) {
  const t = wordsOf("accounts");
  const restore = useSend(DOCUMENTS.restaurer);
  if (ids.length > MOST_IDS || restore.isSuccess) return null;
  const undo = () =>
    restore.mutate(
      { input: { ids } },
      {
        onSuccess: ({ outcome }) => {
          const refused =
            outcome.errors[0] ?? outcome.results.find((one) => one.errors.length > 0)?.errors[0];
          if (refused) toast(refused.message, "danger");
          if (outcome.done > 0)
            toast(t("done.restaurer", { count: outcome.done, shown: shownNumber(outcome.done) }));
        },
      },
    );
  return (
    <Button onPress={undo} isPending={restore.isPending}>
      {t("undo")}
    </Button>
  );
}
