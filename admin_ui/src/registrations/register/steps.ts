import { wordsOf } from "../../i18n/words";
import { ADMINISTRATOR_FIELDS, EMPLOYER_FIELDS, REPRESENTATIVE_FIELDS } from "../form/fields";
import type { FormStep } from "../form/RequestForm";

export function registrationSteps(): FormStep[] {
  const t = wordsOf("registrations/register");
  const f = wordsOf("registrations/form");
  return [
    { label: t("employer"), lead: f("required"), names: EMPLOYER_FIELDS },
    {
      label: t("representative"),
      lead: `${t("representativeLead")} ${f("required")}`,
      names: REPRESENTATIVE_FIELDS,
    },
    {
      label: t("administrator"),
      lead: `${t("administratorLead")} ${f("requiredToSend")}`,
      names: ADMINISTRATOR_FIELDS,
    },
  ];
}
