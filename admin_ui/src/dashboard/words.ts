import type { Same } from "../i18n/same";

export const fr = {
  title: "Tableau de bord",
};

export const en: Same<typeof fr> = {
  title: "Dashboard",
};
