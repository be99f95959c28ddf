import { Button } from "../design/Button";
import { Field, Segments } from "../design/fields";
import type { Civility, Profile } from "../gql/graphql";
import { wordsOf } from "../i18n/words";

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

const TEXTS = [
  ["lastName", true, "off"],
  ["firstName", true, "off"],
  ["email", true, "off"],
  ["phone", false, "off"],
  ["department", false, "off"],
] as const;

/** Who the holder is and what for (A2, A3), for a new account and for one that is modified. */
export function DetailsFields({
  details,
  errors,
  onChange,
  employerAddress,
  profileLocked = false,
  disabled = false,
}: {
  details: Details;
  errors: Record<string, string>;
  onChange: (next: Details) => void;
  employerAddress: readonly string[];
  profileLocked?: boolean;
  disabled?: boolean;
}) {
  const t = wordsOf("creation");
  const g = wordsOf("glossary");
  return (
    <>
      <Segments
        id="civility"
        label={g("field.civility")}
        showLabel
        required
        options={(["MADAME", "MONSIEUR"] as const).map((value) => ({
          value,
          label: g(`civilityLong.${value}`),
        }))}
        value={details.civility}
        onChange={(civility) => onChange({ ...details, civility })}
        error={errors.civility}
        disabled={disabled}
      />
      {TEXTS.map(([name, required, autoComplete]) => (
        <Field
          key={name}
          id={name}
          label={g(`field.${name}`)}
          required={required}
          type={name === "email" ? "email" : name === "phone" ? "tel" : "text"}
          hint={name === "email" ? t("emailHint") : undefined}
          value={details[name]}
          onChange={(value) => onChange({ ...details, [name]: value })}
          error={errors[name]}
          autoComplete={autoComplete}
          isReadOnly={disabled}
        />
      ))}
      <Segments
        id="profile"
        label={g("field.profile")}
        showLabel
        options={(["USER", "ADMINISTRATOR"] as const).map((value) => ({
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
    </>
  );
}
