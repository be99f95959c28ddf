import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Form } from "react-aria-components";
import { announce } from "../../design/Announcements";
import { Button } from "../../design/Button";
import { Field } from "../../design/fields/Field";
import { Notice } from "../../design/Notice";
import { ConfirmRegistrationDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { codeFault } from "./code";

/** Opens the account with the code of the letter. What cannot be a code is said without using a try up. */
export function CodeForm({
  token,
  triesLeft,
  onTried,
}: {
  token: string;
  triesLeft: number;
  onTried: () => void;
}) {
  const t = wordsOf("registrations/follow");
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const [isSubmitted, setIsSubmitted] = useState(false);
  const confirm = useServiceMutation(ConfirmRegistrationDocument);
  const refusals = confirm.data?.confirmRegistration.errors ?? [];
  const ofCode = refusals.find(({ field }) => field?.[0] === "code");
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const focusField = () => document.getElementById("code")?.focus();
    setIsSubmitted(true);
    if (codeFault(code)) return focusField();
    onTried();
    confirm.mutate(
      { input: { token, code } },
      {
        onSuccess: ({ confirmRegistration: { identifier } }) => {
          if (!identifier) return focusField();
          announce(t("opened.announced", { letters: [...identifier].join(" ") }));
          // In the history, so that a reload shows it again.
          void navigate({ to: "/inscription/suivi", replace: true, state: { identifier } });
        },
      },
    );
  };
  return (
    <Form className="stack" onSubmit={submit} validationBehavior="aria">
      {confirm.isError ? <Failure error={confirm.error} /> : null}
      {refusals
        .filter((refusal) => refusal !== ofCode)
        .map(({ message }) => (
          <Notice key={message} variant="danger" alert>
            <p>{message}</p>
          </Notice>
        ))}
      <Field
        id="code"
        label={t("code.label")}
        hint={t("code.hint", { count: triesLeft })}
        value={code}
        onChange={(next) => {
          setCode(next);
          setIsSubmitted(false);
          if (confirm.data) confirm.reset(); // what was refused is being corrected
        }}
        error={(isSubmitted ? faultText(code) : null) ?? ofCode?.message}
        autoComplete="one-time-code"
        spellCheck="false"
        required
      />
      <div className="row">
        <Button type="submit" variant="primary" isPending={confirm.isPending}>
          {t("code.submit")}
        </Button>
      </div>
    </Form>
  );
}

function faultText(code: string): string | null {
  const t = wordsOf("registrations/follow");
  const fault = codeFault(code);
  if (fault?.kind === "foreign") return t("code.foreign", { character: fault.character });
  if (fault?.kind === "length") return t("code.length", { characters: fault.count });
  return fault ? t("code.empty") : null;
}
