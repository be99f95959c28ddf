import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../design/Button";
import { ErrorSummary } from "../../design/ErrorSummary";
import { Notice } from "../../design/Notice";
import { StepHeading } from "../../design/page/StepHeading";
import { CreateAccountDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { messageByField, summaryErrors } from "../../service/refusals";
import { DetailsFields } from "../details/DetailsFields";
import { inFormOrder, isDetailField, withoutCorrected } from "../details/refusals";
import { DuplicateQuestion, duplicatesOf } from "./DuplicateQuestion";
import { type Draft, detailsInput } from "./draft";
import type { EmployerOffer } from "./offer";
import { stepTitle } from "./steps";

/** Step 1. A dry run on the service checks the details before step 2 opens. */
export function DetailsStep({
  offer,
  draft,
  resumed,
  onChange,
  onReset,
  onNext,
}: {
  offer: EmployerOffer;
  draft: Draft;
  resumed: boolean;
  onChange: (next: Draft) => void;
  onReset: () => void;
  onNext: () => void;
}) {
  const t = wordsOf("accounts/create");
  const g = wordsOf("glossary");
  const dryRun = useServiceMutation(CreateAccountDocument);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [duplicates, setDuplicates] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  const refuse = (next: Refusal[]) => {
    setRefusals(next);
    setAttempt(attempt + 1);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    check(draft);
  };
  const check = (draft: Draft) => {
    if (dryRun.isPending) return;
    // The service's enum has no value for "not chosen": the dry run gets one of its values, and the refusal
    // is added here.
    const missing = draft.civility
      ? []
      : [{ code: "REQUIRED", field: ["civility"], message: t("chooseCivility") }];
    const details = { ...detailsInput(draft), civility: draft.civility ?? "MADAME" };
    dryRun.mutate(
      { input: { ...details, employerId: offer.id, rights: [], dryRun: true } },
      { onSuccess: ({ createAccount }) => showResult(draft, [...missing, ...createAccount.errors]) },
    );
  };
  const showResult = (draft: Draft, errors: Refusal[]) => {
    setDuplicates(duplicatesOf(errors));
    if (errors.length > 0) {
      refuse(duplicatesOf(errors).length > 0 ? [] : errors);
      return;
    }
    onChange({ ...draft, checked: true });
    onNext();
  };
  return (
    <Form className="card padded step stack" onSubmit={submit} validationBehavior="aria">
      <StepHeading>{stepTitle(1)}</StepHeading>
      <p className="quiet">{t("required")}</p>
      {resumed ? (
        <Notice variant="info" title={t("resumed")}>
          <div>
            <Button onPress={onReset}>{t("again")}</Button>
          </div>
        </Notice>
      ) : null}
      <ErrorSummary
        errors={summaryErrors(inFormOrder(refusals), (name) =>
          isDetailField(name) ? g(`field.${name}`) : null,
        )}
        attempt={attempt}
      />
      {dryRun.isError ? <Failure error={dryRun.error} /> : null}
      <DetailsFields
        details={draft}
        errors={messageByField(refusals)}
        employerId={offer.id}
        employerAddress={offer.postalAddress}
        emailHint="invitation"
        onChange={(details) => {
          onChange({ ...draft, ...details, checked: false, allowDuplicate: false });
          setRefusals(withoutCorrected(refusals, draft, details));
        }}
      />
      <DuplicateQuestion
        duplicates={duplicates}
        onCancel={() => setDuplicates([])}
        onCreate={() => check({ ...draft, allowDuplicate: true })}
        pending={dryRun.isPending}
      />
      <div className="row end">
        <Button type="submit" variant="primary" isPending={dryRun.isPending}>
          {t("next")}
        </Button>
      </div>
    </Form>
  );
}
