import type { TranslationOf } from "../i18n/translation";

export const fr = {
  offline: "La connexion est perdue. Ce que vous avez saisi est gardé ; réessayez quand elle est revenue.",
  failed: "Une erreur est survenue de notre côté. Réessayez dans un instant.",
  reference: "Référence à donner à l’assistance : {{reference}}",
  retry: "Réessayer",
  line: "Ligne {{number}} : {{message}}",
};

export const en: TranslationOf<typeof fr> = {
  offline: "The connection is lost. What you typed is kept; try again once it is back.",
  failed: "Something went wrong on our side. Try again in a moment.",
  reference: "Reference to give to support: {{reference}}",
  retry: "Try again",
  line: "Line {{number}}: {{message}}",
};
