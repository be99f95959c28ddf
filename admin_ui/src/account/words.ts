import type { Same } from "../i18n/same";

export const fr = {
  title: "Compte",
};

export const en: Same<typeof fr> = {
  title: "Account",
};
