import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Field } from "../design/fields";
import { Notice } from "../design/Notice";
import { SignInDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { useSend } from "../service/queries";
import { tell } from "../service/tabs";

/** Identifier and password. One answer for all that is wrong (P3); what was typed stays. */
export function SignInForm({
  identifier: known = "",
  onSignedIn,
}: {
  identifier?: string;
  onSignedIn: (accountId: string) => void;
}) {
  const t = wordsOf("sign_in");
  const [identifier, setIdentifier] = useState(known);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const signIn = useSend(SignInDocument);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    const missing = [identifier.trim() ? null : "identifier", password ? null : "password"].find(Boolean);
    if (missing)
      (event.currentTarget as HTMLFormElement).querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    if (missing || signIn.isPending) return;
    signIn.mutate({ input: { identifier: identifier.trim(), password } }, { onSuccess: answered });
  };
  const answered = ({ signIn: { viewer, errors } }: NonNullable<typeof signIn.data>) => {
    if (errors.length > 0 || !viewer?.account) return;
    tell({ kind: "signedIn", accountId: viewer.account.id });
    onSignedIn(viewer.account.id);
  };
  const refusals = signIn.data?.signIn.errors ?? [];
  return (
    <Form className="stack" onSubmit={submit} validationBehavior="aria">
      {refusals.map((refusal) => (
        <Notice key={refusal.message} look="danger" alert>
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
        error={tried && !identifier.trim() ? t("missingIdentifier") : undefined}
        autoComplete="username"
        spellCheck="false"
        required
        autoFocus={!known}
      />
      <Field
        label={t("password")}
        name="password"
        type="password"
        value={password}
        onChange={setPassword}
        error={tried && !password ? t("missingPassword") : undefined}
        autoComplete="current-password"
        required
        autoFocus={Boolean(known)}
      />
      <Button type="submit" look="primary" isPending={signIn.isPending}>
        {t("submit")}
      </Button>
    </Form>
  );
}
