import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Confirmation } from "../../design/Dialogs";
import { Notice } from "../../design/Notice";
import { toast } from "../../design/Toasts";
import type { BulkAccountsInput, OutcomeFragment } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { execute } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { AffectedAccounts, type BulkEmployer } from "./AffectedAccounts";
import { BULK_MUTATIONS, type BulkAction } from "./actions";
import { RefusedAccounts } from "./RefusedAccounts";
import { UndoDeletion } from "./UndoDeletion";

/** From this number of accounts on, a progress bar is shown. */
const MIN_ACCOUNTS_FOR_PROGRESS = 251;

/**
 * Confirmation of an action on accounts. A dry run on the service shows what it will do; confirming executes
 * it once.
 */
export function BulkDialog({
  action,
  input: accounts,
  employer,
  count,
  onClose,
  onDone,
}: {
  action: BulkAction;
  input: BulkAccountsInput;
  employer: BulkEmployer;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = wordsOf("accounts/bulk");
  const input = { ...accounts, employerId: employer.id };
  // One key for the dialog: a request that is sent again after a lost connection is executed once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const dryRun = useQuery({
    queryKey: ["dry run", action, input],
    queryFn: ({ signal }) => execute(BULK_MUTATIONS[action], { input: { ...input, dryRun: true } }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const mutation = useServiceMutation(BULK_MUTATIONS[action]);
  const preview = dryRun.data?.outcome;
  const refusal = mutation.data?.outcome.errors[0] ?? preview?.errors[0];
  const confirm = () => {
    if (mutation.isPending) return;
    mutation.mutate(
      { input: { ...input, idempotencyKey } },
      { onSuccess: ({ outcome }) => showOutcome(outcome) },
    );
  };
  const showOutcome = (outcome: OutcomeFragment) => {
    if (outcome.errors.length > 0) return;
    const ids = outcome.results.filter(({ errors }) => errors.length === 0).map(({ id }) => id);
    toast(
      t(`done.${action}`, { count: outcome.done, shown: formatNumber(outcome.done) }),
      "success",
      action === "supprimer" ? <UndoDeletion ids={ids} employerId={employer.id} /> : undefined,
    );
    onDone();
  };
  const affected = preview?.done ?? count;
  return (
    <Confirmation
      title={t(`question.${action}`, { count: affected, shown: formatNumber(affected) })}
      open
      onClose={onClose}
      onConfirm={confirm}
      confirm={t(`action.${action}`)}
      danger={action === "supprimer"}
      pending={mutation.isPending}
      disabled={!preview || preview.done === 0 || preview.errors.length > 0}
    >
      <p>{t(`effect.${action}`)}</p>
      {dryRun.isPending ? <p role="status">{t("checking")}</p> : null}
      {dryRun.isError ? <Failure error={dryRun.error} onRetry={() => void dryRun.refetch()} /> : null}
      {preview?.done === 0 && !refusal ? <Notice variant="warning" title={t("nothing")} /> : null}
      {preview ? <AffectedAccounts action={action} employer={employer} results={preview.results} /> : null}
      {preview ? <RefusedAccounts results={preview.results} /> : null}
      {refusal ? <Notice variant="danger" alert title={refusal.message} /> : null}
      {mutation.isPending && count >= MIN_ACCOUNTS_FOR_PROGRESS ? (
        <div className="stack" role="status">
          <p>{t("working", { shown: formatNumber(affected) })}</p>
          <progress aria-label={t(`action.${action}`)} />
        </div>
      ) : null}
      {mutation.isError ? <Failure error={mutation.error} /> : null}
    </Confirmation>
  );
}
