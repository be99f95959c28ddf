import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../design/Button";
import { Field } from "../design/fields";
import { Notice } from "../design/Notice";
import { toast } from "../design/Toasts";
import { ChangePasswordDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { missingIn, NewPasswordFields, NO_PASSWORD } from "../password/NewPasswordFields";
import { useSend } from "../service/queries";

/** P4: all other sessions end with it, this one stays. */
export function ChangePassword() {
  const t = wordsOf("own_account");
  const [current, setCurrent] = useState("");
  const [value, setValue] = useState(NO_PASSWORD);
  const [tried, setTried] = useState(false);
  const change = useSend(ChangePasswordDocument);
  const refusals = change.data?.changePassword.errors ?? [];
  const at = (name: string) => refusals.find(({ field }) => field?.includes(name));
  const elsewhere = refusals.filter((one) => one !== at("currentPassword") && one !== at("newPassword"));
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const missing = current ? missingIn(value)[0] : "current";
    if (missing) event.currentTarget.querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    if (missing || change.isPending) return;
    const input = { currentPassword: current, newPassword: value.password };
    change.mutate(
      { input },
      { onSuccess: ({ changePassword }) => answered(changePassword.errors.length === 0) },
    );
  };
  const answered = (done: boolean) => {
    if (!done) return;
    setCurrent("");
    setValue(NO_PASSWORD);
    setTried(false);
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
      {elsewhere.map(({ message }) => (
        <Notice key={message} look="danger" alert title={message} />
      ))}
      <Field
        label={t("current")}
        name="current"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={tried && !current ? t("missingCurrent") : at("currentPassword")?.message}
        required
      />
      <NewPasswordFields
        value={value}
        onChange={setValue}
        tried={tried && current !== ""}
        refusal={at("newPassword")?.message}
      />
      <div>
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t("change")}
        </Button>
      </div>
    </Form>
  );
}
