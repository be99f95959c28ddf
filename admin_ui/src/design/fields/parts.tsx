import { FieldError, Label, Text } from "react-aria-components";
import { wordsOf } from "../../i18n/words";

/** `error`: the service's message where there is one. */
export type FieldTexts = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
};

/** The label; "required" is also written, for it must not be a colour or a sign only. */
export function FieldLabel({ label, required }: { label: string; required?: boolean | undefined }) {
  const t = wordsOf("design");
  return (
    <Label className="field-label">
      {label}
      {required ? ` (${t("required")})` : ""}
    </Label>
  );
}

/** The hint and the error below a control. */
export function HintAndError({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}
