import type { Same } from "../i18n/same";

export const fr = {
  title: "Historique",
};

export const en: Same<typeof fr> = {
  title: "History",
};
