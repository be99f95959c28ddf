import type { TranslationOf } from "../i18n/translation";

export const fr = {
  platform: "Plateforme employeurs publics",
  breadcrumb: "Fil d’Ariane",
  otherLanguage: "English",
  required: "requis",
  close: "Fermer",
  cancel: "Annuler",
  show: "Afficher",
  hide: "Masquer",
  errors_one: "Une information est à corriger",
  errors_many: "{{count}} informations sont à corriger",
  errors_other: "{{count}} informations sont à corriger",
  step: "Étape {{number}} sur {{total}} : {{label}}",
  done: "terminée",
  choose: "Choisir",
  export: "Exporter (CSV)",
  exportBegun: "L’export a commencé : votre navigateur montre son avancement.",
};

export const en: TranslationOf<typeof fr> = {
  platform: "Public employers’ platform",
  breadcrumb: "Breadcrumb",
  otherLanguage: "Français",
  required: "required",
  close: "Close",
  cancel: "Cancel",
  show: "Show",
  hide: "Hide",
  errors_one: "One piece of information needs correcting",
  errors_many: "{{count}} pieces of information need correcting",
  errors_other: "{{count}} pieces of information need correcting",
  step: "Step {{number}} of {{total}}: {{label}}",
  done: "done",
  choose: "Choose",
  export: "Export (CSV)",
  exportBegun: "The export has begun: your browser shows how far it has come.",
};
