import { useState } from "react";
import { toast } from "../../design/Toasts";
import { ModifyAccountDocument, type ModifyAccountMutation, type WholeFragment } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { useServiceMutation } from "../../service/queries";
import { useEmployer } from "../../service/viewer";
import { isDetailField, missingDetails, withoutCorrected, withoutRights } from "../details/refusals";
import {
  changedFields,
  changedRights,
  type Edits,
  editsFrom,
  isPromotion,
  modificationInput,
  rebased,
} from "./edits";

type Payload = ModifyAccountMutation["modifyAccount"];

/**
 * The edits of one account from the first change until they are saved, together and with the version that was
 * read (M1). `onDetailsRefused`: the refused fields are to be shown.
 */
export function useModification(latest: WholeFragment, onDetailsRefused: () => void) {
  const t = wordsOf("accounts/modify");
  // The account from which the edits started: when it is read again meanwhile, the base of the edits stays.
  const [base, setBase] = useState(latest);
  const [edits, setEdits] = useState<Edits | null>(null);
  const [isConfirming, setIsConfirming] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [conflict, setConflict] = useState<Payload | null>(null);
  const mutation = useServiceMutation(ModifyAccountDocument);
  const employerId = useEmployer()?.id ?? "";
  const account = edits ? base : latest;
  const values = edits ?? editsFrom(account);
  const edit = (next: Edits) => {
    if (!edits) setBase(latest);
    setEdits(next);
  };
  const editDetails = (details: Edits["details"]) => {
    edit({ ...values, details });
    setRefusals(withoutCorrected(refusals, values.details, details));
  };
  const editLevels = (levels: Edits["levels"]) => {
    edit({ ...values, levels });
    setRefusals(withoutRights(refusals));
  };
  const cancel = () => {
    setEdits(null);
    setRefusals([]);
    setConflict(null);
  };
  const keepOnTopOf = (theirs: WholeFragment) => {
    setConflict(null);
    setBase(theirs);
    setEdits(rebased(account, values, theirs));
  };
  const refuse = (errors: Refusal[]) => {
    setRefusals(errors);
    setAttempt(attempt + 1);
    if (errors.some(({ field }) => isDetailField(field?.[0]))) onDetailsRefused();
  };
  /** A promotion is confirmed in a dialog (M2), once nothing that it needs is missing. */
  const submit = () => {
    if (!isPromotion(account, values)) return save();
    const missing = missingDetails(values.details);
    if (missing.length > 0) return refuse(missing);
    setIsConfirming(true);
  };
  const save = () => {
    if (mutation.isPending) return;
    mutation.mutate(
      { input: modificationInput(account, values, employerId) },
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
  const count = changedFields(account, values).length + changedRights(account, values).length;
  const stopConfirming = () => setIsConfirming(false);
  const state = { account, values, count, refusals, attempt, conflict, isConfirming, mutation };
  return { ...state, editDetails, editLevels, cancel, keepOnTopOf, submit, save, stopConfirming };
}

export type Modification = ReturnType<typeof useModification>;
