import type { Same } from "../i18n/same";

export const fr = {
  title: "Créer un compte",
};

export const en: Same<typeof fr> = {
  title: "Create an account",
};
