/** A new password: typed twice, or made by the service; what it lacks is told while it is typed (P1). */
import { useState } from "react";
import { Button } from "../design/Button";
import { Field } from "../design/fields";
import { SuggestedPasswordDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { failureWords } from "../layout/Failure";
import { ask } from "../service/client";
import { PasswordRules } from "./PasswordRules";

export type NewPassword = { password: string; confirmation: string };
export const NO_PASSWORD: NewPassword = { password: "", confirmation: "" };

/** The names of the fields that keep it from being sent. Whether it is good is the service's to say. */
export function missingIn({ password, confirmation }: NewPassword): (keyof NewPassword)[] {
  if (!password) return ["password"];
  return password === confirmation ? [] : ["confirmation"];
}

/** `tried`: once sending was tried, what is missing is told; `refusal`: the service's words on the password. */
export function NewPasswordFields({
  value,
  onChange,
  tried,
  refusal,
  autoFocus = false,
}: {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  tried: boolean;
  refusal?: string | undefined;
  autoFocus?: boolean;
}) {
  const t = wordsOf("password");
  const [shown, setShown] = useState(false);
  const missing = tried ? missingIn(value) : [];
  const both = {
    type: shown ? "text" : "password",
    autoComplete: "new-password",
    spellCheck: "false",
  } as const;
  const show = (
    <Button look="quiet" onPress={() => setShown(!shown)} aria-label={t(shown ? "hide" : "show")}>
      {t(shown ? "hideShort" : "showShort")}
    </Button>
  );
  return (
    <>
      <Field
        {...both}
        label={t("password")}
        name="password"
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={missing.includes("password") ? t("missing") : refusal}
        end={show}
        required
        autoFocus={autoFocus}
      />
      <PasswordRules password={value.password} />
      <Field
        {...both}
        label={t("confirmation")}
        name="confirmation"
        value={value.confirmation}
        onChange={(confirmation) => onChange({ ...value, confirmation })}
        error={missing.includes("confirmation") ? t("different") : undefined}
        required
      />
      <Generate
        onGenerated={(password) => {
          onChange({ password, confirmation: password });
          setShown(true); // it is to be read before it is taken
        }}
      />
    </>
  );
}

function Generate({ onGenerated }: { onGenerated: (password: string) => void }) {
  const t = wordsOf("password");
  const [state, setState] = useState<"idle" | "pending" | "done" | Error>("idle");
  const generate = () => {
    setState("pending");
    ask(SuggestedPasswordDocument, {})
      .then(({ suggestedPassword }) => {
        onGenerated(suggestedPassword);
        setState("done");
      })
      .catch(setState);
  };
  return (
    <div className="row">
      <Button onPress={generate} isPending={state === "pending"}>
        {t("generate")}
      </Button>
      <span role="status" className="small">
        {state === "done" ? t("generated") : state instanceof Error ? failureWords(state) : null}
      </span>
    </div>
  );
}
