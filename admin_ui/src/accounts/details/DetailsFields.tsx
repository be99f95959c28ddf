import { Button } from "../../design/Button";
import { Field } from "../../design/fields/Field";
import { SegmentedControl } from "../../design/fields/SegmentedControl";
import type { Civility, Profile } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { DepartmentField } from "./DepartmentField";
import "./details.css";

export type Details = {
  civility: Civility | null;
  lastName: string;
  firstName: string;
  email: string;
  phone: string;
  department: string;
  profile: Profile;
  address: string;
};

const TEXT_FIELDS = [
  ["lastName", true, "off"],
  ["firstName", true, "off"],
  ["email", true, "off"],
  ["phone", false, "off"],
  ["department", false, "on"], // with "off", Firefox shows no suggestions
] as const;

/**
 * The profile of the account, and the fields that identify its holder (A2, A3; guide, page 8), for a new account
 * and for an existing one.
 */
export function DetailsFields({
  details,
  errors,
  onChange,
  employerId,
  employerAddress,
  emailHint,
  profileLocked = false,
  disabled = false,
}: {
  details: Details;
  errors: Record<string, string>;
  onChange: (next: Details) => void;
  employerId: string;
  employerAddress: readonly string[];
  /** What the e-mail address will be used for: the first password, or the notice of a change (M5). */
  emailHint: "invitation" | "change";
  profileLocked?: boolean;
  disabled?: boolean;
}) {
  const t = wordsOf("accounts/details");
  const g = wordsOf("glossary");
  return (
    <>
      <div className="profile-section stack">
        <SegmentedControl
          id="profile"
          label={t("profile")}
          showLabel
          options={(["ADMINISTRATOR", "USER"] as const).map((value) => ({
            value,
            label: g(`profile.${value}`),
          }))}
          value={details.profile}
          onChange={(profile) => onChange({ ...details, profile })}
          error={errors.profile}
          disabled={disabled || profileLocked}
        />
        <p className="quiet small">{t("profileHint")}</p>
        {details.profile === "ADMINISTRATOR" || details.address || errors.professionalAddress ? (
          <>
            <Field
              id="professionalAddress"
              label={g("field.professionalAddress")}
              required={details.profile === "ADMINISTRATOR"}
              lines={4}
              hint={t("addressHint")}
              value={details.address}
              onChange={(address) => onChange({ ...details, address })}
              error={errors.professionalAddress}
              isReadOnly={disabled}
            />
            {disabled || details.address ? null : (
              <div>
                <Button onPress={() => onChange({ ...details, address: employerAddress.join("\n") })}>
                  {t("employerAddress")}
                </Button>
              </div>
            )}
          </>
        ) : null}
      </div>
      <fieldset className="identification stack">
        <legend>{t("identification")}</legend>
        <SegmentedControl
          id="civility"
          label={g("field.civility")}
          showLabel
          required
          options={(["MONSIEUR", "MADAME"] as const).map((value) => ({
            value,
            label: g(`civilityLong.${value}`),
          }))}
          value={details.civility}
          onChange={(civility) => onChange({ ...details, civility })}
          error={errors.civility}
          disabled={disabled}
        />
        {TEXT_FIELDS.map(([name, required, autoComplete]) => {
          const field = {
            id: name,
            label: g(`field.${name}`),
            required,
            type: name === "email" ? "email" : name === "phone" ? "tel" : "text",
            hint: name === "email" ? t(`emailHint.${emailHint}`) : undefined,
            value: details[name],
            onChange: (value: string) => onChange({ ...details, [name]: value }),
            error: errors[name],
            autoComplete,
            isReadOnly: disabled,
          };
          if (name === "department") return <DepartmentField key={name} {...field} employerId={employerId} />;
          return <Field key={name} {...field} />;
        })}
      </fieldset>
    </>
  );
}
