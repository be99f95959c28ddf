import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../design/Button";
import { ErrorSummary } from "../../design/ErrorSummary";
import { StepHeading } from "../../design/page/StepHeading";
import { Stepper } from "../../design/Stepper";
import { RegistrationFaultsDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { checkFields } from "./checks";
import { FormFields } from "./FormFields";
import type { FieldName, Values } from "./fields";
import { formInput } from "./inputs";
import { fieldOf, messageByField, summaryErrors, withoutCorrected } from "./refusals";

export type FormStep = { label: string; lead: string; names: readonly FieldName[] };

/** Such as "Étape 2 sur 3 : Son représentant légal"; `current` counts from 1. */
export function stepTitle(steps: readonly FormStep[], current: number): string {
  const label = steps[current - 1]?.label ?? "";
  return wordsOf("registrations/form")("stepOf", { step: current, total: steps.length, label });
}

/**
 * A form in steps, each checked by the service before the next opens; the last one sends all of it. What the
 * service refuses is shown at its field, in the first step that has one.
 */
export function RequestForm({
  steps,
  current,
  values,
  onChange,
  goTo,
  send,
  isPending,
  failure,
  children,
  actions,
}: {
  steps: readonly FormStep[];
  current: number;
  values: Values;
  onChange: (next: Values) => void;
  goTo: (step: number) => void;
  send: (onRefused: (refusals: Refusal[]) => void) => void;
  isPending: boolean;
  failure: Error | null;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const t = wordsOf("registrations/form");
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  const check = useServiceMutation(RegistrationFaultsDocument);
  const { names, lead } = steps[current - 1] as FormStep;
  const isLast = current === steps.length;
  const isHere = (refusal: Refusal) => names.some((name) => name === fieldOf(refusal));
  const isNowhere = (refusal: Refusal) =>
    !steps.some((step) => step.names.some((name) => name === fieldOf(refusal)));
  const shown = refusals.filter((refusal) => isHere(refusal) || (isLast && isNowhere(refusal)));
  const refuse = (next: Refusal[]) => {
    setRefusals(next);
    setAttempt((before) => before + 1);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (isPending || check.isPending) return;
    const missing = checkFields(names, values);
    const uncorrected = refusals.filter(
      (refusal) => isHere(refusal) && !missing.some((other) => fieldOf(other) === fieldOf(refusal)),
    );
    if (missing.length + uncorrected.length > 0) {
      refuse([...missing, ...uncorrected, ...refusals.filter((refusal) => !isHere(refusal))]);
    } else if (isLast) send(showRefusals);
    else openNext();
  };
  const openNext = () =>
    check.mutate(
      { form: formInput(values, names) },
      {
        onSuccess: ({ registrationFaults }) =>
          registrationFaults.length > 0 ? refuse(registrationFaults) : goTo(current + 1),
      },
    );
  const showRefusals = (next: Refusal[]) => {
    refuse(next);
    const first = steps.findIndex((step) => next.some((refusal) => isOneOf(step.names, fieldOf(refusal))));
    if (first !== -1 && first + 1 !== current) goTo(first + 1);
  };
  return (
    <>
      <Stepper labels={steps.map(({ label }) => label)} current={current} />
      <Form key={current} className="card padded step stack" onSubmit={submit} validationBehavior="aria">
        <StepHeading>{stepTitle(steps, current)}</StepHeading>
        <p className="quiet">{lead}</p>
        {children}
        <ErrorSummary errors={summaryErrors(shown, names)} attempt={attempt} />
        {failure && isLast ? <Failure error={failure} /> : null}
        {check.error && !isLast ? <Failure error={check.error} /> : null}
        <FormFields
          names={names}
          values={values}
          errors={messageByField(shown)}
          onChange={(next) => {
            onChange(next);
            setRefusals(withoutCorrected(refusals, values, next));
          }}
        />
        <div className="row end">
          {actions}
          {current > 1 ? <Button onPress={() => goTo(current - 1)}>{t("back")}</Button> : null}
          <Button type="submit" variant="primary" isPending={isPending || check.isPending}>
            {t(isLast ? "send" : "next")}
          </Button>
        </div>
      </Form>
    </>
  );
}

function isOneOf(names: readonly FieldName[], name: string): boolean {
  return names.some((candidate) => candidate === name);
}
