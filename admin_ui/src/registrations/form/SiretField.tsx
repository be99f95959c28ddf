import { useState } from "react";
import { Field, type FieldProps } from "../../design/fields/Field";
import { wordsOf } from "../../i18n/words";
import { siretRefusal } from "./checks";
import { bareSiret, siretState } from "./siret";

/** A SIRET, of which it is said at once whether it can be right; that it is too short, once the field is left. */
export function SiretField({ value, error, ...rest }: FieldProps & { value: string }) {
  const t = wordsOf("registrations/form");
  const [wasLeft, setWasLeft] = useState(false);
  const state = siretState(value);
  const early = state === "short" && !wasLeft ? null : siretRefusal(value);
  const isRight = state === "right" && error === undefined;
  const hint = isRight
    ? t("siret.right")
    : state === "short"
      ? t("siret.count", { count: bareSiret(value).length })
      : t("hint.siret");
  return (
    <div>
      <Field
        {...rest}
        value={value}
        hint={hint}
        error={error ?? early ?? undefined}
        onFocus={() => setWasLeft(false)}
        onBlur={() => setWasLeft(true)}
        inputMode="numeric"
      />
      <p role="status" className="visually-hidden">
        {isRight ? t("siret.right") : (early ?? "")}
      </p>
    </div>
  );
}
