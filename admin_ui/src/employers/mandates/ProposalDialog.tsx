import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialogs";
import { ErrorSummary } from "../../design/ErrorSummary";
import { Field } from "../../design/fields/Field";
import { SegmentedControl } from "../../design/fields/SegmentedControl";
import { toast } from "../../design/Toasts";
import { type MandateItemFragment, type MandateScope, ProposeMandateDocument } from "../../gql/graphql";
import { todayInParis } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { messageByField, summaryErrors } from "../../service/refusals";
import { proposedPeriod, successorPeriod } from "./period";

const SCOPES: readonly MandateScope[] = ["READ", "RENEW", "MANAGE"];
const FIELDS = ["centre", "scope", "startsOn", "endsOn"] as const;

/** The form of a proposal (E1); with `predecessor`, that of its successor, filled in from it. */
export function ProposalDialog({
  employerId,
  predecessor,
  onClose,
}: {
  employerId: string;
  predecessor?: MandateItemFragment | undefined;
  onClose: () => void;
}) {
  const t = wordsOf("employers/mandates");
  const g = wordsOf("glossary");
  const [values, setValues] = useState(() => initialValues(predecessor, todayInParis()));
  const [attempt, setAttempt] = useState(0);
  const proposal = useServiceMutation(ProposeMandateDocument);
  const refusals = proposal.data?.outcome.errors ?? [];
  const messages = messageByField(refusals);
  const change = (part: Partial<typeof values>) => {
    setValues({ ...values, ...part });
    if (proposal.data) proposal.reset(); // what was refused is being corrected
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (proposal.isPending) return;
    proposal.mutate(
      { input: { employerId, ...values } },
      {
        onSuccess: ({ outcome: { errors } }) => {
          setAttempt(attempt + 1);
          if (errors.length > 0) return;
          toast(t("proposed"));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t(predecessor ? "successorTitle" : "proposeTitle")}
      open
      {...(proposal.isPending ? {} : { onClose })}
    >
      <Form className="stack" onSubmit={submit} validationBehavior="aria">
        <p className="quiet">{t(predecessor ? "successorText" : "proposeText")}</p>
        <ErrorSummary errors={summaryErrors(refusals, labelOf)} attempt={attempt} />
        {proposal.isError ? <Failure error={proposal.error} /> : null}
        <Field
          id="centre"
          label={t("centre")}
          hint={t("centreHint")}
          required
          autoComplete="off"
          autoFocus={!predecessor}
          value={values.centre}
          onChange={(centre) => change({ centre })}
          error={messages.centre}
        />
        <SegmentedControl
          id="scope"
          label={t("scope")}
          showLabel
          required
          options={SCOPES.map((value) => ({ value, label: g(`scope.${value}`) }))}
          value={values.scope}
          onChange={(scope) => change({ scope })}
          error={messages.scope}
        />
        <p className="quiet small" role="status">
          {t(`scopeHelp.${values.scope}`)}
        </p>
        <Field
          id="startsOn"
          type="date"
          label={t("startsOn")}
          required
          value={values.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          error={messages.startsOn}
        />
        <Field
          id="endsOn"
          type="date"
          label={t("endsOn")}
          hint={t("endsOnHint")}
          required
          value={values.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          error={messages.endsOn}
        />
        <div className="dialog-actions">
          <Button onPress={onClose} isDisabled={proposal.isPending}>
            {wordsOf("design")("cancel")}
          </Button>
          <Button
            type="submit"
            variant="primary"
            isPending={proposal.isPending}
            isDisabled={!values.centre.trim() || !values.startsOn || !values.endsOn}
          >
            {t("send")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function initialValues(predecessor: MandateItemFragment | undefined, today: string) {
  if (!predecessor) return { centre: "", scope: "MANAGE" as MandateScope, ...proposedPeriod(today) };
  const { centre, scope } = predecessor;
  return { centre: centre.siret, scope, ...successorPeriod(predecessor, today) };
}

function labelOf(name: string): string | null {
  const field = FIELDS.find((label) => label === name);
  return field ? wordsOf("employers/mandates")(field) : null;
}
