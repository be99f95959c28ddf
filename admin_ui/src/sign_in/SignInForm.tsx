import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Field } from "../design/fields/Field";
import { usePasswordVisibility } from "../design/fields/passwordVisibility";
import { Notice } from "../design/Notice";
import { SignInDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useServiceMutation } from "../service/queries";
import { publish } from "../service/tabs";

/**
 * Identifier and password. The service gives the same message for every wrong input (P3); the typed values
 * stay.
 */
export function SignInForm({
  identifier: initialIdentifier = "",
  onSignedIn,
}: {
  identifier?: string;
  onSignedIn: (accountId: string) => void;
}) {
  const t = wordsOf("sign_in");
  const [identifier, setIdentifier] = useState(initialIdentifier);
  const [password, setPassword] = useState("");
  const [isSubmitted, setIsSubmitted] = useState(false);
  const visibility = usePasswordVisibility();
  const signIn = useServiceMutation(SignInDocument);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setIsSubmitted(true);
    const missing = [identifier.trim() ? null : "identifier", password ? null : "password"].find(Boolean);
    if (missing)
      (event.currentTarget as HTMLFormElement).querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    if (missing || signIn.isPending) return;
    signIn.mutate({ input: { identifier: identifier.trim(), password } }, { onSuccess: showResult });
  };
  const showResult = ({ signIn: { viewer, errors } }: NonNullable<typeof signIn.data>) => {
    if (errors.length > 0 || !viewer?.account) return;
    publish({ kind: "signedIn", accountId: viewer.account.id });
    onSignedIn(viewer.account.id);
  };
  const refusals = signIn.data?.signIn.errors ?? [];
  return (
    <Form className="stack" onSubmit={submit} validationBehavior="aria">
      {refusals.map((refusal) => (
        <Notice key={refusal.message} variant="danger" alert>
          <p>{refusal.message}</p>
        </Notice>
      ))}
      {signIn.isError ? <Failure error={signIn.error} /> : null}
      <Field
        label={t("identifier")}
        name="identifier"
        hint={t("identifierHint")}
        value={identifier}
        onChange={setIdentifier}
        error={isSubmitted && !identifier.trim() ? t("missingIdentifier") : undefined}
        autoComplete="username"
        spellCheck="false"
        required
        autoFocus={!initialIdentifier}
      />
      <Field
        {...visibility.fieldProps}
        label={t("password")}
        name="password"
        value={password}
        onChange={setPassword}
        error={isSubmitted && !password ? t("missingPassword") : undefined}
        autoComplete="current-password"
        end={visibility.toggle}
        required
        autoFocus={Boolean(initialIdentifier)}
      />
      <Button type="submit" variant="primary" isPending={signIn.isPending}>
        {t("submit")}
      </Button>
    </Form>
  );
}
