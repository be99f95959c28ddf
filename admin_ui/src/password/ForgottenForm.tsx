import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Field } from "../design/fields";
import { Notice } from "../design/Notice";
import { RequestPasswordResetDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { useSend } from "../service/queries";

export function ForgottenForm({
  identifier: known,
  onReceived,
}: {
  identifier: string;
  onReceived: (identifier: string) => void;
}) {
  const t = wordsOf("password");
  const [identifier, setIdentifier] = useState(known);
  const [tried, setTried] = useState(false);
  const request = useSend(RequestPasswordResetDocument);
  const wanted = identifier.trim();
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!wanted) event.currentTarget.querySelector("input")?.focus();
    if (!wanted || request.isPending) return;
    const answered = ({ requestPasswordReset: { errors } }: NonNullable<typeof request.data>) => {
      if (errors.length === 0) onReceived(wanted);
    };
    request.mutate({ input: { identifier: wanted } }, { onSuccess: answered });
  };
  return (
    <Form className="card padded stack" onSubmit={submit} validationBehavior="aria">
      {request.isError ? <Failure error={request.error} /> : null}
      {request.data?.requestPasswordReset.errors.map((refusal) => (
        <Notice key={refusal.message} look="danger" alert>
          <p>{refusal.message}</p>
        </Notice>
      ))}
      <Field
        label={t("forgotten.identifier")}
        name="identifier"
        hint={t("forgotten.identifierHint")}
        value={identifier}
        onChange={setIdentifier}
        error={tried && !wanted ? t("forgotten.missing") : undefined}
        autoComplete="username"
        spellCheck="false"
        required
        autoFocus
      />
      <Button type="submit" look="primary" isPending={request.isPending}>
        {t("forgotten.submit")}
      </Button>
    </Form>
  );
}
