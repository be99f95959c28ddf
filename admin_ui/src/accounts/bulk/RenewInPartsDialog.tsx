import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialogs";
import { Notice } from "../../design/Notice";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { queryClient } from "../../service/queries";
import { AffectedAccounts, type BulkEmployer } from "./AffectedAccounts";
import { RefusedAccounts } from "./RefusedAccounts";
import { type MatchingAccounts, NOTHING_DONE, previewFirstPart, renewInParts } from "./renewInParts";

/**
 * Renews more accounts than one request may: asks, shows the progress with a button that stops, then what was
 * done and what was refused. What was stopped, or failed, can be resumed.
 */
export function RenewInPartsDialog({
  accounts,
  employer,
  count,
  onClose,
  onDone,
}: {
  accounts: MatchingAccounts;
  employer: BulkEmployer;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = wordsOf("accounts/bulk");
  const [total] = useState(count); // of the beginning: renewed accounts may leave the search
  const [progress, setProgress] = useState(NOTHING_DONE);
  const [isStopping, setIsStopping] = useState(false);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const run = useMutation({
    mutationFn: () => renewInParts(accounts, progress, setProgress, stop.current.signal),
    onSettled: () => void queryClient.invalidateQueries(),
  });
  const hasBegun = run.status !== "idle";
  const preview = useQuery({
    queryKey: ["first part", accounts],
    queryFn: ({ signal }) => previewFirstPart(accounts, signal),
    enabled: !hasBegun,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const start = () => {
    if (run.isPending) return;
    stop.current = new AbortController();
    setIsStopping(false);
    run.mutate();
  };
  const { processed, renewed, refused, isComplete, wait } = progress;
  const close = () => (isComplete ? onDone() : onClose());
  const firstResults = hasBegun ? [] : (preview.data ?? []);
  const firstRefused = firstResults.filter(({ errors }) => errors.length > 0);
  const all = { count: total, shown: formatNumber(total) };
  return (
    <Dialog
      title={t(isComplete ? "parts.done" : "question.renouveler", all)}
      open
      {...(run.isPending ? {} : { onClose: close })}
    >
      <div className="stack">
        {hasBegun ? null : (
          <>
            <p>{t("effect.renouveler")}</p>
            <p>{t("parts.how")}</p>
          </>
        )}
        {preview.isPending ? <p role="status">{t("checking")}</p> : null}
        {preview.isError && !hasBegun ? (
          <Failure error={preview.error} onRetry={() => void preview.refetch()} />
        ) : null}
        <AffectedAccounts action="renouveler" employer={employer} results={firstResults} total={total} />
        <RefusedAccounts
          title={t("parts.firstRefused", { count: firstRefused.length, of: firstResults.length })}
          results={firstRefused}
        />
        {run.isPending ? (
          <div className="stack">
            <progress
              aria-label={t("action.renouveler")}
              value={processed}
              max={Math.max(total, processed)}
            />
            <p className="figures">
              {t("parts.progress", { done: formatNumber(processed), total: formatNumber(total) })}
            </p>
            <p role="status">
              {isStopping
                ? t("parts.stopping")
                : wait
                  ? t("parts.waiting", { count: wait })
                  : t("parts.working")}
            </p>
          </div>
        ) : null}
        {hasBegun && !run.isPending ? (
          <Notice variant={isComplete ? "success" : "warning"} alert>
            <p>{t("done.renouveler", { count: renewed, shown: formatNumber(renewed) })}</p>
            {isComplete ? null : (
              <p>{t("parts.left", { shown: formatNumber(Math.max(0, total - processed)) })}</p>
            )}
          </Notice>
        ) : null}
        {run.isError ? <Failure error={run.error} /> : null}
        {run.isPending ? null : (
          <RefusedAccounts
            title={t("parts.refused", { count: refused.length, shown: formatNumber(refused.length) })}
            results={refused}
          />
        )}
      </div>
      <div className="dialog-actions">
        {run.isPending ? (
          <Button
            key="stop"
            autoFocus
            isPending={isStopping}
            onPress={() => {
              setIsStopping(true);
              stop.current.abort();
            }}
          >
            {t("parts.stop")}
          </Button>
        ) : (
          <Button key="close" autoFocus onPress={close}>
            {t(hasBegun ? "parts.close" : "parts.cancel")}
          </Button>
        )}
        {run.isPending || isComplete ? null : (
          <Button variant="primary" onPress={start} isDisabled={!preview.isSuccess}>
            {t(hasBegun ? "parts.resume" : "action.renouveler")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
