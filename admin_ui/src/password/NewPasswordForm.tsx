import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { CreatePasswordDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { useSend } from "../service/queries";
import { missingIn, NewPasswordFields, NO_PASSWORD } from "./NewPasswordFields";
import { forgetLink } from "./token";

/** Uses the link up, then leads to the sign-in with the identifier filled: nobody is signed in by it (P7). */
export function NewPasswordForm({
  token,
  words,
  onCreated,
}: {
  token: string;
  words: "create" | "reset";
  onCreated: () => void;
}) {
  const t = wordsOf("password");
  const navigate = useNavigate();
  const [value, setValue] = useState(NO_PASSWORD);
  const [tried, setTried] = useState(false);
  const create = useSend(CreatePasswordDocument);
  const refusals = create.data?.createPassword.errors ?? [];
  const ofPassword = refusals.find((refusal) => refusal.field?.includes("password"));
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const [missing] = missingIn(value);
    if (missing) focusOn(event.currentTarget, missing);
    if (missing || create.isPending) return;
    const form = event.currentTarget;
    const answered = ({ createPassword: { identifier } }: NonNullable<typeof create.data>) => {
      if (!identifier) return focusOn(form, "password");
      onCreated();
      forgetLink();
      void navigate({ to: "/connexion", replace: true, state: { identifier, done: t(`${words}.done`) } });
    };
    create.mutate({ input: { token, password: value.password } }, { onSuccess: answered });
  };
  const change = (next: typeof value) => {
    setValue(next);
    if (create.data && next.password !== value.password) create.reset(); // what was refused is no longer there
  };
  return (
    <Form className="card padded stack" onSubmit={submit} validationBehavior="aria">
      {create.isError ? <Failure error={create.error} /> : null}
      {refusals
        .filter((refusal) => refusal !== ofPassword)
        .map((refusal) => (
          <Notice key={refusal.message} look="danger" alert>
            <p>{refusal.message}</p>
          </Notice>
        ))}
      <NewPasswordFields
        value={value}
        onChange={change}
        tried={tried}
        refusal={ofPassword?.message}
        autoFocus
      />
      <Button type="submit" look="primary" isPending={create.isPending}>
        {t(`${words}.submit`)}
      </Button>
    </Form>
  );
}

function focusOn(form: HTMLFormElement, name: string): void {
  form.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
}
