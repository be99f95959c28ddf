import { useState } from "react";
import { Button } from "../../design/Button";
import { ErrorSummary } from "../../design/ErrorSummary";
import { StepHeading } from "../../design/page/StepHeading";
import { CreateAccountDocument, type CreateAccountInput } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { summaryErrors } from "../../service/refusals";
import { inFormOrder, isDetailField, withoutRights } from "../details/refusals";
import { CopyRights } from "../rights/CopyRights";
import { changedServices, type Levels, rightInputs } from "../rights/levels";
import { RightsGrid } from "../rights/RightsGrid";
import { DuplicateQuestion, duplicatesOf } from "./DuplicateQuestion";
import { type Draft, detailsInput } from "./draft";
import type { EmployerOffer } from "./offer";
import { stepTitle } from "./steps";

/** Step 2, and the creation itself, which happens once even if the request is sent again. */
export function RightsStep({
  offer,
  draft,
  onChange,
  onBack,
  onCreated,
}: {
  offer: EmployerOffer;
  draft: Draft;
  onChange: (next: Draft) => void;
  onBack: () => void;
  onCreated: (identifier: string) => void;
}) {
  const t = wordsOf("accounts/create");
  const g = wordsOf("glossary");
  const mutation = useServiceMutation(CreateAccountDocument);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [duplicates, setDuplicates] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  // Changed rights need another idempotency key: the service accepts a key for one input only.
  const setLevels = (levels: Levels) => {
    onChange({ ...draft, levels: withOfferedServices(levels), key: crypto.randomUUID() });
    setRefusals(withoutRights(refusals));
  };
  const withOfferedServices = (levels: Levels) =>
    Object.fromEntries(
      Object.entries(levels).filter(([code]) => offer.services.some((service) => service.code === code)),
    );
  const granted = changedServices({}, draft.levels);
  const createAccount = (allowDuplicate = draft.allowDuplicate) => {
    if (mutation.isPending) return;
    const rights = rightInputs(draft.levels, granted);
    const input = {
      ...detailsInput({ ...draft, allowDuplicate }),
      employerId: offer.id,
      rights,
      idempotencyKey: draft.key,
    };
    mutation.mutate(
      { input: input as CreateAccountInput },
      {
        onSuccess: ({ createAccount: { account, errors } }) => {
          if (account) onCreated(account.identifier);
          const questions = duplicatesOf(errors);
          setDuplicates(questions);
          setRefusals(questions.length > 0 ? [] : errors);
          if (errors.length > questions.length) setAttempt(attempt + 1);
        },
      },
    );
  };
  return (
    <div className="stack">
      <StepHeading>{stepTitle(2)}</StepHeading>
      <ErrorSummary
        errors={summaryErrors(inFormOrder(refusals), (name) =>
          isDetailField(name) ? g(`field.${name}`) : null,
        )}
        attempt={attempt}
      />
      <CopyRights employerId={offer.id} onCopy={setLevels} />
      <RightsGrid services={offer.services} value={draft.levels} onChange={setLevels} />
      <DuplicateQuestion
        duplicates={duplicates}
        onCancel={() => setDuplicates([])}
        onCreate={() => createAccount(true)}
        pending={mutation.isPending}
      />
      <div className="action-bar">
        {mutation.isError ? <Failure error={mutation.error} /> : null}
        <strong role="status">{t("granted", { count: granted.length })}</strong>
        <div className="row">
          <Button onPress={onBack}>{t("back")}</Button>
          <Button variant="primary" onPress={() => createAccount()} isPending={mutation.isPending}>
            {t("create")}
          </Button>
        </div>
      </div>
    </div>
  );
}
