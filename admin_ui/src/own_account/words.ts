import type { Same } from "../i18n/same";

export const fr = {
  title: "Mon compte",
};

export const en: Same<typeof fr> = {
  title: "My account",
};
