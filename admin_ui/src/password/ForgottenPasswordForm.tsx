import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Field } from "../design/fields/Field";
import { Notice } from "../design/Notice";
import { RequestPasswordResetDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useServiceMutation } from "../service/queries";

export function ForgottenPasswordForm({
  identifier: initialIdentifier,
  onReceived,
}: {
  identifier: string;
  onReceived: (identifier: string) => void;
}) {
  const t = wordsOf("password");
  const [identifier, setIdentifier] = useState(initialIdentifier);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const request = useServiceMutation(RequestPasswordResetDocument);
  const trimmed = identifier.trim();
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSubmitted(true);
    if (!trimmed) event.currentTarget.querySelector("input")?.focus();
    if (!trimmed || request.isPending) return;
    const showResult = ({ requestPasswordReset: { errors } }: NonNullable<typeof request.data>) => {
      if (errors.length === 0) onReceived(trimmed);
    };
    request.mutate({ input: { identifier: trimmed } }, { onSuccess: showResult });
  };
  return (
    <Form className="card padded stack" onSubmit={submit} validationBehavior="aria">
      {request.isError ? <Failure error={request.error} /> : null}
      {request.data?.requestPasswordReset.errors.map((refusal) => (
        <Notice key={refusal.message} variant="danger" alert>
          <p>{refusal.message}</p>
        </Notice>
      ))}
      <Field
        label={t("forgotten.identifier")}
        name="identifier"
        hint={t("forgotten.identifierHint")}
        value={identifier}
        onChange={(next) => {
          setIdentifier(next);
          if (request.data) request.reset(); // what was refused is being corrected
        }}
        error={isSubmitted && !trimmed ? t("forgotten.missing") : undefined}
        autoComplete="username"
        spellCheck="false"
        required
        autoFocus
      />
      <Button type="submit" variant="primary" isPending={request.isPending}>
        {t("forgotten.submit")}
      </Button>
    </Form>
  );
}
