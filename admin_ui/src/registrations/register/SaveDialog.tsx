import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialogs";
import { Field } from "../../design/fields/Field";
import { Notice } from "../../design/Notice";
import { SaveRegistrationDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import type { Draft } from "../form/draft";
import { ALL_FIELDS } from "../form/fields";
import { fieldOf, messageByField, summaryErrors } from "../form/refusals";
import { savingInput } from "./inputs";

/** Keeps the form as it stands for 30 days; the link to go on with goes by e-mail. The form stays in this tab. */
export function SaveDialog({
  draft,
  onSaved,
  onClose,
}: {
  draft: Draft;
  onSaved: (email: string) => void;
  onClose: () => void;
}) {
  const t = wordsOf("registrations/register");
  const [email, setEmail] = useState(draft.savedFor || draft.values["administrator.email"]);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const [savedFor, setSavedFor] = useState("");
  const save = useServiceMutation(SaveRegistrationDocument);
  const trimmed = email.trim();
  const refusals = save.data?.saveRegistration.errors ?? [];
  const isOfAddress = (refusal: (typeof refusals)[number]) => fieldOf(refusal) === "email";
  const others = refusals.filter((refusal) => !isOfAddress(refusal));
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const focusField = () => document.getElementById("savedFor")?.focus();
    setIsSubmitted(true);
    if (!trimmed) return focusField();
    save.mutate(
      { input: savingInput(draft.values, trimmed, draft.token) },
      {
        onSuccess: ({ saveRegistration: { errors } }) => {
          if (errors.length > 0) return focusField();
          setSavedFor(trimmed);
          onSaved(trimmed);
        },
      },
    );
  };
  return (
    <Dialog title={t("save.title")} open onClose={onClose}>
      {savedFor ? (
        <>
          <Notice variant="success" alert>
            <p>{t("save.done", { email: savedFor })}</p>
          </Notice>
          <p>{t("save.stays")}</p>
          <div className="dialog-actions">
            <Button variant="primary" autoFocus onPress={onClose}>
              {wordsOf("design")("close")}
            </Button>
          </div>
        </>
      ) : (
        <Form className="stack" onSubmit={submit} validationBehavior="aria">
          <p>{t("save.text")}</p>
          {save.isError ? <Failure error={save.error} /> : null}
          {summaryErrors(others, ALL_FIELDS).map(({ message }) => (
            <Notice key={message} variant="danger" alert>
              <p>{message}</p>
            </Notice>
          ))}
          <Field
            id="savedFor"
            label={wordsOf("glossary")("field.email")}
            type="email"
            autoComplete="email"
            value={email}
            onChange={(next) => {
              setEmail(next);
              if (save.data) save.reset(); // what was refused is being corrected
            }}
            error={
              isSubmitted && !trimmed
                ? wordsOf("registrations/form")("missing")
                : messageByField(refusals.filter(isOfAddress)).email
            }
            required
            autoFocus
          />
          <div className="dialog-actions">
            <Button onPress={onClose}>{wordsOf("design")("cancel")}</Button>
            <Button type="submit" variant="primary" isPending={save.isPending}>
              {t("save.submit")}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
