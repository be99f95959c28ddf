import type { Same } from "../i18n/same";

export const fr = {
  title: "Mot de passe oublié",
};

export const en: Same<typeof fr> = {
  title: "Forgotten password",
};
