import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { ErrorSummary } from "../design/ErrorSummary";
import { Notice } from "../design/Notice";
import { CreateAccountDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import type { Refusal } from "../service/client";
import { useSend } from "../service/queries";
import { DetailsFields } from "./DetailsFields";
import { type Draft, detailsOf } from "./draft";
import type { Offered } from "./offered";
import { byField, faults, isDetail } from "./refusals";

/** Step 1. The service tries it out: a step opens only when this one is right. */
export function DetailsStep({
  offered,
  draft,
  resumed,
  onChange,
  onAgain,
  onNext,
}: {
  offered: Offered;
  draft: Draft;
  resumed: boolean;
  onChange: (next: Draft) => void;
  onAgain: () => void;
  onNext: () => void;
}) {
  const t = wordsOf("creation");
  const g = wordsOf("glossary");
  const trial = useSend(CreateAccountDocument);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  const refuse = (found: Refusal[]) => {
    setRefusals(found);
    setAttempt(attempt + 1);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (trial.isPending) return;
    // No value of the service's enum stands for "not chosen": it tries the rest with one, and this is added.
    const missing = draft.civility
      ? []
      : [{ code: "REQUIRED", field: ["civility"], message: t("chooseCivility") }];
    const details = { ...detailsOf(draft), civility: draft.civility ?? "MADAME" };
    trial.mutate(
      { input: { ...details, employerId: offered.id, rights: [], dryRun: true } },
      { onSuccess: ({ createAccount }) => answered([...missing, ...createAccount.errors]) },
    );
  };
  const answered = (errors: Refusal[]) => {
    if (errors.length > 0) {
      refuse(errors);
      return;
    }
    onChange({ ...draft, checked: true });
    onNext();
  };
  return (
    <Form className="card padded step stack" onSubmit={submit} validationBehavior="aria">
      <h2>{t("stepOf", { step: 1, label: t("details") })}</h2>
      <p className="quiet">{t("required")}</p>
      {resumed ? (
        <Notice look="info" title={t("resumed")}>
          <div>
            <Button onPress={onAgain}>{t("again")}</Button>
          </div>
        </Notice>
      ) : null}
      <ErrorSummary
        faults={faults(refusals, (name) => (isDetail(name) ? g(`field.${name}`) : null))}
        attempt={attempt}
      />
      {trial.isError ? <Failure error={trial.error} /> : null}
      <DetailsFields
        details={draft}
        errors={byField(refusals)}
        employerAddress={offered.postalAddress}
        onChange={(details) => onChange({ ...draft, ...details, checked: false })}
      />
      <div className="row end">
        <Button type="submit" look="primary" isPending={trial.isPending}>
          {t("next")}
        </Button>
      </div>
    </Form>
  );
}
