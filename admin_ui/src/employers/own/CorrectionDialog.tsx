import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../design/Button";
import { Confirmation, Dialog } from "../../design/Dialogs";
import { ErrorSummary } from "../../design/ErrorSummary";
import { Field } from "../../design/fields/Field";
import { SegmentedControl } from "../../design/fields/SegmentedControl";
import { toast } from "../../design/Toasts";
import { ModifyEmployerDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { messageByField, summaryErrors } from "../../service/refusals";
import type { EmployerFacts } from "./Facts";

const CIVILITIES = ["MADAME", "MONSIEUR"] as const;
const FIELDS = ["postalAddress", "civility", "lastName", "firstName", "functionTitle"] as const;

/** Corrects the postal address and the legal representative, from the version that was read. */
export function CorrectionDialog({ employer, onClose }: { employer: EmployerFacts; onClose: () => void }) {
  const t = wordsOf("employers/own");
  const g = wordsOf("glossary");
  const [read, setRead] = useState(() => valuesOf(employer));
  const [values, setValues] = useState(read);
  const [isLeaving, setIsLeaving] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const correction = useServiceMutation(ModifyEmployerDocument);
  const refusals = (correction.data?.modifyEmployer.errors ?? []).map(atOwnField);
  const messages = messageByField(refusals);
  const change = (part: Partial<typeof values>) => {
    setValues({ ...values, ...part });
    if (correction.data) correction.reset(); // what was refused is being corrected
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (correction.isPending) return;
    const { version, address, functionTitle, ...person } = values;
    const input = {
      employerId: employer.id,
      version,
      postalAddress: address.split("\n").filter((line) => line.trim() !== ""),
      representative: { ...person, title: functionTitle.trim() || null },
    };
    correction.mutate(
      { input },
      {
        onSuccess: ({ modifyEmployer: { errors } }) => {
          setAttempt(attempt + 1);
          if (errors.length > 0) return;
          toast(t("saved"));
          onClose();
        },
      },
    );
  };
  const isChanged = (Object.keys(read) as (keyof typeof read)[]).some((name) => values[name] !== read[name]);
  const leave = () => (isChanged ? setIsLeaving(true) : onClose());
  return (
    <Dialog title={t("correct")} open {...(correction.isPending ? {} : { onClose: leave })}>
      <Form className="stack" onSubmit={submit} validationBehavior="aria">
        <p className="quiet">{t("correctText")}</p>
        <ErrorSummary errors={summaryErrors(refusals, labelOf)} attempt={attempt} />
        {refusals.some(({ code }) => code === "CONFLICT") ? (
          <div>
            <Button
              // Until the version that has come meanwhile is read.
              isDisabled={employer.version === read.version}
              onPress={() => {
                correction.reset();
                setRead(valuesOf(employer));
                setValues(valuesOf(employer));
              }}
            >
              {t("readAgain")}
            </Button>
          </div>
        ) : null}
        {correction.isError ? <Failure error={correction.error} /> : null}
        <Field
          id="postalAddress"
          label={t("postalAddress")}
          hint={t("addressHint")}
          required
          lines={4}
          autoFocus
          value={values.address}
          onChange={(address) => change({ address })}
          error={messages.postalAddress}
        />
        <SegmentedControl
          id="civility"
          label={t("civility")}
          showLabel
          required
          options={CIVILITIES.map((value) => ({ value, label: g(`civilityLong.${value}`) }))}
          value={values.civility}
          onChange={(civility) => change({ civility })}
          error={messages.civility}
        />
        {(["lastName", "firstName", "functionTitle"] as const).map((name) => (
          <Field
            key={name}
            id={name}
            label={t(name)}
            required={name !== "functionTitle"}
            autoComplete="off"
            value={values[name]}
            onChange={(value) => change({ [name]: value })}
            error={messages[name]}
          />
        ))}
        <div className="dialog-actions">
          <Button onPress={leave} isDisabled={correction.isPending}>
            {wordsOf("design")("cancel")}
          </Button>
          <Button type="submit" variant="primary" isPending={correction.isPending}>
            {t("save")}
          </Button>
        </div>
      </Form>
      {isLeaving ? (
        <Confirmation
          title={t("leaveTitle")}
          open
          onClose={() => setIsLeaving(false)}
          onConfirm={onClose}
          confirm={t("leave")}
          cancel={t("stay")}
          danger
        >
          <p>{t("leaveText")}</p>
        </Confirmation>
      ) : null}
    </Dialog>
  );
}

function valuesOf({ version, postalAddress, legalRepresentative }: EmployerFacts) {
  const { title, ...person } = legalRepresentative;
  return { version, address: postalAddress.join("\n"), ...person, functionTitle: title ?? "" };
}

/** The refusal under the name of its field in the form: `representative.title` is `functionTitle`. */
function atOwnField({ field, ...refusal }: Refusal): Refusal {
  const [parent, name] = field ?? [];
  if (parent !== "representative") return { ...refusal, field: field ?? null };
  return { ...refusal, field: [name === "title" ? "functionTitle" : (name ?? "lastName")] };
}

function labelOf(name: string): string | null {
  const field = FIELDS.find((label) => label === name);
  return field ? wordsOf("employers/own")(field) : null;
}
