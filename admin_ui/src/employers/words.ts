import type { TranslationOf } from "../i18n/translation";

export const fr = {
  yourAdministrators: "Vos administrateurs",
  noAdministrator: "Votre établissement n’a pas d’administrateur en activité.",
};

export const en: TranslationOf<typeof fr> = {
  yourAdministrators: "Your administrators",
  noAdministrator: "Your employer has no active administrator.",
};
