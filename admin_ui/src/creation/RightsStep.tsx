import { useState } from "react";
import { Button } from "../design/Button";
import { ErrorSummary } from "../design/ErrorSummary";
import { CreateAccountDocument, type CreateAccountInput } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { CopyRights } from "../rights/CopyRights";
import { changed, type Levels, rightInputs } from "../rights/levels";
import { RightsGrid } from "../rights/RightsGrid";
import type { Refusal } from "../service/client";
import { useSend } from "../service/queries";
import { type Draft, detailsOf } from "./draft";
import type { Offered } from "./offered";
import { faults, isDetail } from "./refusals";

/** Step 2, and the creation itself: once, however often it is sent. */
export function RightsStep({
  offered,
  draft,
  onChange,
  onBack,
  onCreated,
}: {
  offered: Offered;
  draft: Draft;
  onChange: (next: Draft) => void;
  onBack: () => void;
  onCreated: (identifier: string) => void;
}) {
  const t = wordsOf("creation");
  const g = wordsOf("glossary");
  const create = useSend(CreateAccountDocument);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  // Another key for other rights: a key answers for one request only.
  const setLevels = (levels: Levels) =>
    onChange({ ...draft, levels: offeredOnly(levels), key: crypto.randomUUID() });
  const offeredOnly = (levels: Levels) =>
    Object.fromEntries(
      Object.entries(levels).filter(([code]) => offered.services.some((one) => one.code === code)),
    );
  const send = () => {
    if (create.isPending) return;
    const rights = rightInputs(draft.levels, changed({}, draft.levels));
    const input = { ...detailsOf(draft), employerId: offered.id, rights, idempotencyKey: draft.key };
    create.mutate(
      { input: input as CreateAccountInput },
      {
        onSuccess: ({ createAccount: { account, errors } }) => {
          if (account) onCreated(account.identifier);
          setRefusals(errors);
          if (errors.length > 0) setAttempt(attempt + 1);
        },
      },
    );
  };
  return (
    <div className="stack">
      <h2>{t("stepOf", { step: 2, label: t("rights") })}</h2>
      <ErrorSummary
        faults={faults(refusals, (name) => (isDetail(name) ? g(`field.${name}`) : null))}
        attempt={attempt}
      />
      <CopyRights employerId={offered.id} onCopy={setLevels} />
      <RightsGrid services={offered.services} value={draft.levels} onChange={setLevels} />
      {create.isError ? <Failure error={create.error} /> : null}
      <div className="row end">
        <Button onPress={onBack}>{t("back")}</Button>
        <Button look="primary" onPress={send} isPending={create.isPending}>
          {t("create")}
        </Button>
      </div>
    </div>
  );
}
