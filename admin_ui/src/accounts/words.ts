import type { Same } from "../i18n/same";

export const fr = {
  title: "Gestion des comptes",
};

export const en: Same<typeof fr> = {
  title: "Accounts",
};
