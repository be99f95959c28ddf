import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Field } from "../design/fields/Field";
import { Notice } from "../design/Notice";
import { toast } from "../design/Toasts";
import { ChangePasswordDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { missingFields, NewPasswordFields, NO_PASSWORD } from "../password/NewPasswordFields";
import { Failure } from "../service/Failure";
import { useServiceMutation } from "../service/queries";

/** Changing the password ends all other sessions, and keeps this one (P4). */
export function ChangePassword() {
  const t = wordsOf("own_account");
  const [current, setCurrent] = useState("");
  const [value, setValue] = useState(NO_PASSWORD);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const change = useServiceMutation(ChangePasswordDocument);
  const refusals = change.data?.changePassword.errors ?? [];
  const refusalOf = (name: string) => refusals.find(({ field }) => field?.includes(name));
  const otherRefusals = refusals.filter(
    (refusal) => refusal !== refusalOf("currentPassword") && refusal !== refusalOf("newPassword"),
  );
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSubmitted(true);
    const missing = current ? missingFields(value)[0] : "current";
    if (missing) event.currentTarget.querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    if (missing || change.isPending) return;
    const input = { currentPassword: current, newPassword: value.password };
    change.mutate(
      { input },
      { onSuccess: ({ changePassword }) => showResult(changePassword.errors.length === 0) },
    );
  };
  const forgetRefusals = () => change.data && change.reset(); // what was refused is being corrected
  const showResult = (succeeded: boolean) => {
    if (!succeeded) return;
    setCurrent("");
    setValue(NO_PASSWORD);
    setIsSubmitted(false);
    toast(t("changed"));
  };
  return (
    <Form
      className="card padded stack"
      onSubmit={submit}
      validationBehavior="aria"
      aria-labelledby="change-password"
    >
      <h2 id="change-password">{t("password")}</h2>
      {change.isError ? <Failure error={change.error} /> : null}
      {otherRefusals.map(({ message }) => (
        <Notice key={message} variant="danger" alert title={message} />
      ))}
      <Field
        label={t("current")}
        name="current"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={(next) => {
          setCurrent(next);
          forgetRefusals();
        }}
        error={isSubmitted && !current ? t("missingCurrent") : refusalOf("currentPassword")?.message}
        required
      />
      <NewPasswordFields
        value={value}
        onChange={(next) => {
          setValue(next);
          forgetRefusals();
        }}
        tried={isSubmitted && current !== ""}
        refusal={refusalOf("newPassword")?.message}
      />
      <div>
        <Button type="submit" variant="primary" isPending={change.isPending}>
          {t("change")}
        </Button>
      </div>
    </Form>
  );
}
