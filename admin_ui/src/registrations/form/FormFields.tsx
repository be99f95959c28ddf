import { Button } from "../../design/Button";
import { Field } from "../../design/fields/Field";
import { SegmentedControl } from "../../design/fields/SegmentedControl";
import { wordsOf } from "../../i18n/words";
import { civilityOf, type FieldName, isAddress, isCivility, isRequired, type Values } from "./fields";
import { labelOf } from "./refusals";
import { SiretField } from "./SiretField";

const HINTS = [
  "contractNumber",
  "postalAddress",
  "representative.title",
  "administrator.email",
  "administrator.professionalAddress",
  "employer",
  "reason",
] as const;
const AUTO_COMPLETE: Partial<Record<FieldName, string>> = {
  name: "organization",
  "administrator.lastName": "family-name",
  "administrator.firstName": "given-name",
  "administrator.email": "email",
  "administrator.phone": "tel",
};
const TYPES: Partial<Record<FieldName, "email" | "tel">> = {
  "administrator.email": "email",
  "administrator.phone": "tel",
};

/** These fields of a form, each with its label, hint and error. */
export function FormFields({
  names,
  values,
  errors,
  onChange,
}: {
  names: readonly FieldName[];
  values: Values;
  errors: Partial<Record<string, string>>;
  onChange: (next: Values) => void;
}) {
  const t = wordsOf("registrations/form");
  const g = wordsOf("glossary");
  return names.map((name) => {
    if (isCivility(name)) {
      return (
        <SegmentedControl
          key={name}
          id={name}
          label={labelOf(name)}
          showLabel
          required
          options={(["MADAME", "MONSIEUR"] as const).map((value) => ({
            value,
            label: g(`civilityLong.${value}`),
          }))}
          value={civilityOf(values[name])}
          onChange={(civility) => onChange({ ...values, [name]: civility })}
          error={errors[name]}
        />
      );
    }
    const hint = HINTS.find((candidate) => candidate === name);
    const field = {
      id: name,
      label: labelOf(name),
      required: isRequired(name),
      hint: hint ? t(`hint.${hint}`) : undefined,
      value: values[name],
      onChange: (value: string) => onChange({ ...values, [name]: value }),
      error: errors[name],
      autoComplete: AUTO_COMPLETE[name] ?? "off",
      type: TYPES[name] ?? "text",
    };
    if (name === "siret") return <SiretField key={name} {...field} />;
    if (!isAddress(name) && name !== "reason") return <Field key={name} {...field} />;
    const employerAddress = values.postalAddress;
    const canTakeAddress = name === "administrator.professionalAddress" && !values[name] && employerAddress;
    return (
      <div key={name} className="stack">
        <Field {...field} lines={4} />
        {canTakeAddress ? (
          <div>
            <Button onPress={() => field.onChange(employerAddress)}>{t("employerAddress")}</Button>
          </div>
        ) : null}
      </div>
    );
  });
}
