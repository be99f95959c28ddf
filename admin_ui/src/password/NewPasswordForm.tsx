import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { CreatePasswordDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { forgetLinkToken } from "../service/linkToken";
import { useServiceMutation } from "../service/queries";

import { missingFields, NewPasswordFields, NO_PASSWORD } from "./NewPasswordFields";

/**
 * Uses the link, then leads to the sign-in screen with the identifier filled in; there is no automatic sign-
 * in (P7).
 */
export function NewPasswordForm({
  token,
  purpose,
  onCreated,
}: {
  token: string;
  purpose: "create" | "reset";
  onCreated: () => void;
}) {
  const t = wordsOf("password");
  const navigate = useNavigate();
  const [value, setValue] = useState(NO_PASSWORD);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const create = useServiceMutation(CreatePasswordDocument);
  const refusals = create.data?.createPassword.errors ?? [];
  const passwordRefusal = refusals.find((refusal) => refusal.field?.includes("password"));
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSubmitted(true);
    const [missing] = missingFields(value);
    if (missing) focusField(event.currentTarget, missing);
    if (missing || create.isPending) return;
    const form = event.currentTarget;
    const showResult = ({ createPassword: { identifier } }: NonNullable<typeof create.data>) => {
      if (!identifier) return focusField(form, "password");
      onCreated();
      forgetLinkToken("/mot-de-passe");
      void navigate({ to: "/connexion", replace: true, state: { identifier, done: t(`${purpose}.done`) } });
    };
    create.mutate({ input: { token, password: value.password } }, { onSuccess: showResult });
  };
  const change = (next: typeof value) => {
    setValue(next);
    if (create.data && next.password !== value.password) create.reset(); // the refused password has been changed
  };
  return (
    <Form className="card padded stack" onSubmit={submit} validationBehavior="aria">
      {create.isError ? <Failure error={create.error} /> : null}
      {refusals
        .filter((refusal) => refusal !== passwordRefusal)
        .map((refusal) => (
          <Notice key={refusal.message} variant="danger" alert>
            <p>{refusal.message}</p>
          </Notice>
        ))}
      <NewPasswordFields
        value={value}
        onChange={change}
        tried={isSubmitted}
        refusal={passwordRefusal?.message}
        autoFocus
      />
      <Button type="submit" variant="primary" isPending={create.isPending}>
        {t(`${purpose}.submit`)}
      </Button>
    </Form>
  );
}

function focusField(form: HTMLFormElement, name: string): void {
  form.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
}
