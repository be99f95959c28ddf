import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  label: "Renouvellement, un établissement après l’autre",
  progress_one: "{{count}} établissement à revoir : {{place}} sur {{count}}",
  progress_other: "{{count}} établissements à revoir : {{place}} sur {{count}}",
  next: "Suivant",
  nextLong: "Suivant : {{name}} est revu",
  skip: "Passer",
  skipLong: "Passer {{name}}",
  stop: "Arrêter",
  goOn: "Reprendre : {{name}}",
  finished: "Renouvellement terminé : {{done}}, {{skipped}}",
  done_one: "{{count}} revu",
  done_other: "{{count}} revus",
  skipped_one: "{{count}} passé",
  skipped_other: "{{count}} passés",
  again: "Reprendre les passés",
  close: "Fermer",
  start: "Renouveler l’un après l’autre",
  nothing: "Aucun établissement n’a de compte à renouveler.",
  nothingFound: "Aucun établissement de cette recherche n’a de compte à renouveler.",
};

export const en: TranslationOf<typeof fr> = {
  label: "Renewal, one employer after the other",
  progress_one: "{{count}} employer to review: {{place}} of {{count}}",
  progress_other: "{{count}} employers to review: {{place}} of {{count}}",
  next: "Next",
  nextLong: "Next: {{name}} is done",
  skip: "Skip",
  skipLong: "Skip {{name}}",
  stop: "Stop",
  goOn: "Go on with {{name}}",
  finished: "Renewal finished: {{done}}, {{skipped}}",
  done_one: "{{count}} done",
  done_other: "{{count}} done",
  skipped_one: "{{count}} skipped",
  skipped_other: "{{count}} skipped",
  again: "Take up the skipped ones",
  close: "Close",
  start: "Renew one after the other",
  nothing: "No employer has an account to renew.",
  nothingFound: "No employer of this search has an account to renew.",
};

addWords("employers/renewal", { fr, en });
