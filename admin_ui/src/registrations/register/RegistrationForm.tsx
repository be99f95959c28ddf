import { useState } from "react";
import { Button } from "../../design/Button";
import { Notice } from "../../design/Notice";
import { RequestRegistrationDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { useServiceMutation } from "../../service/queries";
import type { Draft } from "../form/draft";
import { PersonalDataNote } from "../form/PersonalDataNote";
import { type FormStep, RequestForm } from "../form/RequestForm";
import { ResumedNotice } from "../form/ResumedNotice";
import { requestInput } from "./inputs";
import { SaveDialog } from "./SaveDialog";

/** `unusable`: the token of a link that leads to no saved form, or an empty text. */
export function RegistrationForm({
  steps,
  current,
  draft,
  unusable,
  resumed,
  onChange,
  onReset,
  goTo,
  onSent,
}: {
  steps: FormStep[];
  current: number;
  draft: Draft;
  unusable: string;
  resumed: boolean;
  onChange: (next: Draft) => void;
  onReset: () => void;
  goTo: (step: number) => void;
  onSent: (email: string) => void;
}) {
  const t = wordsOf("registrations/register");
  const [isSaving, setIsSaving] = useState(false);
  const request = useServiceMutation(RequestRegistrationDocument);
  const send = (onRefused: (refusals: Refusal[]) => void) =>
    request.mutate(
      { input: requestInput(draft.values, draft.token) },
      {
        onSuccess: ({ requestRegistration: { errors } }) =>
          errors.length > 0 ? onRefused(errors) : onSent(draft.values["administrator.email"].trim()),
      },
    );
  return (
    <>
      {unusable ? (
        <Notice variant="warning" title={t("unusable.title")} alert>
          <p>{t("unusable.text")}</p>
        </Notice>
      ) : null}
      <RequestForm
        steps={steps}
        current={current}
        values={draft.values}
        onChange={(values) => onChange({ ...draft, values })}
        goTo={goTo}
        send={send}
        isPending={request.isPending}
        failure={request.error}
        actions={<Button onPress={() => setIsSaving(true)}>{t("save.open")}</Button>}
      >
        {resumed ? <ResumedNotice onReset={onReset} /> : null}
      </RequestForm>
      <PersonalDataNote />
      {isSaving ? (
        <SaveDialog
          draft={draft}
          onSaved={(savedFor) => onChange({ ...draft, savedFor })}
          onClose={() => setIsSaving(false)}
        />
      ) : null}
    </>
  );
}
