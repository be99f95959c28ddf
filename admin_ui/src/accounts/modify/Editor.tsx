import { useState } from "react";
import { ErrorSummary } from "../../design/ErrorSummary";
import { Notice } from "../../design/Notice";
import { toast } from "../../design/Toasts";
import {
  type AccountAction,
  ModifyAccountDocument,
  type ModifyAccountMutation,
  type WholeFragment,
} from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { useViewer } from "../../service/viewer";
import { DetailsFields } from "../details/DetailsFields";
import {
  isDetailField,
  messageByField,
  missingDetails,
  summaryErrors,
  withoutCorrected,
  withoutRights,
} from "../details/refusals";
import { CopyRights } from "../rights/CopyRights";
import { RightsGrid } from "../rights/RightsGrid";
import { AccountHistory } from "./AccountHistory";
import { AccountTabs } from "./AccountTabs";
import { ConflictDialog } from "./ConflictDialog";
import {
  changedFields,
  changedRights,
  type Edits,
  editsFrom,
  isPromotion,
  modificationInput,
  rebased,
} from "./edits";
import { LeaveGuard } from "./LeaveGuard";
import { PromotionDialog } from "./PromotionDialog";
import { SaveBar } from "./SaveBar";
import type { AccountSearch } from "./search";

type Payload = ModifyAccountMutation["modifyAccount"];

/**
 * The rights and details tabs edit one account and are saved together, with the version that was read
 * (M1–M5).
 */
export function Editor({
  account: latest,
  search,
  setSearch,
}: {
  account: WholeFragment;
  search: AccountSearch;
  setSearch: (next: AccountSearch) => void;
}) {
  const t = wordsOf("accounts/modify");
  const g = wordsOf("glossary");
  // The account from which the edits started: when it is read again meanwhile, the base of the edits stays.
  const [base, setBase] = useState(latest);
  const [edits, setEdits] = useState<Edits | null>(null);
  const [isConfirming, setIsConfirming] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [conflict, setConflict] = useState<Payload | null>(null);
  const mutation = useServiceMutation(ModifyAccountDocument);
  const account = edits ? base : latest;
  const values = edits ?? editsFrom(account);
  const tab = search.onglet ?? "droits";
  const count = changedFields(account, values).length + changedRights(account, values).length;
  const isOwn = useViewer().account.id === account.id;
  const isRefused = (name: AccountAction) =>
    account.actions.some(({ action, allowed }) => action === name && !allowed);
  const isReadOnly = isRefused("MODIFY");
  const edit = (next: Edits) => {
    if (!edits) setBase(latest);
    setEdits(next);
  };
  const cancel = () => {
    setEdits(null);
    setRefusals([]);
  };
  const editDetails = (details: Edits["details"]) => {
    edit({ ...values, details });
    setRefusals(withoutCorrected(refusals, values.details, details));
  };
  const editLevels = (levels: Edits["levels"]) => {
    edit({ ...values, levels });
    setRefusals(withoutRights(refusals));
  };
  const refuse = (errors: Refusal[]) => {
    setRefusals(errors);
    setAttempt(attempt + 1);
    if (errors.some(({ field }) => isDetailField(field?.[0])))
      setSearch({ ...search, onglet: "coordonnees" });
  };
  /** What is missing comes before the dialog, which is the last step. */
  const submit = () => {
    if (!isPromotion(account, values)) return save();
    const missing = missingDetails(values.details);
    if (missing.length > 0) return refuse(missing);
    setIsConfirming(true);
  };
  const save = () => {
    if (mutation.isPending) return;
    mutation.mutate(
      { input: modificationInput(account, values) },
      { onSuccess: ({ modifyAccount }) => showResult(modifyAccount) },
    );
  };
  const showResult = (payload: Payload) => {
    setIsConfirming(false);
    if (payload.errors.some(({ code }) => code === "CONFLICT")) {
      setConflict(payload);
    } else if (payload.errors.length > 0) {
      refuse(payload.errors);
    } else {
      cancel();
      toast(t("applied"));
    }
  };
  return (
    <>
      <ErrorSummary
        errors={summaryErrors(refusals, (name) => (isDetailField(name) ? g(`field.${name}`) : null))}
        attempt={attempt}
      />
      <AccountTabs identifier={account.identifier} current={tab} />
      {tab === "droits" ? (
        <div className="stack">
          {isReadOnly || isOwn ? (
            <Notice variant="info" title={t("readOnly")}>
              {isOwn ? <p>{t("ownRights")}</p> : null}
            </Notice>
          ) : (
            <CopyRights
              employerId={account.employer.id}
              exclude={account.identifier}
              onCopy={(levels) => editLevels({ ...values.levels, ...levels })}
            />
          )}
          <RightsGrid
            services={account.rights.map(({ service }) => service)}
            value={values.levels}
            initial={editsFrom(account).levels}
            onChange={editLevels}
            disabled={isReadOnly || isOwn}
          />
        </div>
      ) : null}
      {tab === "coordonnees" ? (
        <div className="card padded stack step">
          {isReadOnly ? <Notice variant="info" title={t("readOnly")} /> : null}
          <DetailsFields
            details={values.details}
            errors={messageByField(refusals)}
            onChange={(details) => editDetails({ ...values.details, ...details })}
            employerAddress={account.employer.postalAddress}
            emailHint={account.status === "PENDING" ? "invitation" : "change"}
            profileLocked={isRefused("PROMOTE")}
            disabled={isReadOnly}
          />
        </div>
      ) : null}
      {tab === "historique" ? <AccountHistory identifier={account.identifier} /> : null}
      {mutation.isError ? <Failure error={mutation.error} onRetry={save} /> : null}
      {count > 0 ? (
        <SaveBar count={count} isPending={mutation.isPending} onCancel={cancel} onSave={submit} />
      ) : null}
      {isConfirming ? (
        <PromotionDialog
          account={account}
          edits={values}
          pending={mutation.isPending}
          onClose={() => setIsConfirming(false)}
          onConfirm={save}
        />
      ) : null}
      {conflict ? (
        <ConflictDialog
          payload={conflict}
          account={account}
          edits={values}
          onDiscardMine={() => {
            setConflict(null);
            cancel();
          }}
          onKeepMine={(theirs) => {
            setConflict(null);
            setBase(theirs);
            setEdits(rebased(account, values, theirs));
          }}
        />
      ) : null}
      <LeaveGuard unsaved={count > 0} identifier={account.identifier} />
    </>
  );
}
