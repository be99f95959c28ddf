import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  administered_one: "Vous administrez {{count}} établissement.",
  administered_other: "Vous administrez {{shown}} établissements.",
  due_zero: "Aucun n’a de compte à renouveler.",
  due_one: "{{count}} a des comptes à renouveler.",
  due_other: "{{shown}} ont des comptes à renouveler.",
  dueAtLeast: "{{shown}} au moins ont des comptes à renouveler.",
  see: "Voir mes établissements",
  shortcut: "Ctrl K (⌘ K sur Mac) : changer d’établissement depuis n’importe quelle page.",
  proposals_one: "{{count}} proposition de mandat attend votre réponse",
  proposals_other: "{{shown}} propositions de mandat attendent votre réponse",
};

export const en: TranslationOf<typeof fr> = {
  administered_one: "You administer {{count}} employer.",
  administered_other: "You administer {{shown}} employers.",
  due_zero: "None has an account to renew.",
  due_one: "{{count}} has accounts to renew.",
  due_other: "{{shown}} have accounts to renew.",
  dueAtLeast: "At least {{shown}} have accounts to renew.",
  see: "See my employers",
  shortcut: "Ctrl K (⌘ K on a Mac): switch employer from any page.",
  proposals_one: "{{count}} proposal of a mandate waits for your answer",
  proposals_other: "{{shown}} proposals of mandates wait for your answer",
};

addWords("employers/overview", { fr, en });
