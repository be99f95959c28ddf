import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  title: "Changer d’établissement",
  search: "Chercher un établissement",
  searchHint: "Nom, SIRET, numéro de contrat ou ville. Flèches pour parcourir, Entrée pour ouvrir.",
  pinned: "Épinglés",
  recent: "Récents",
  due: "À revoir",
  found_one: "{{count}} établissement",
  found_other: "{{shown}} établissements",
  none: "Aucun établissement ne correspond.",
  expired_one: "{{count}} expiré",
  expired_other: "{{shown}} expirés",
  expiring_one: "{{count}} expire sous 60 jours",
  expiring_other: "{{shown}} expirent sous 60 jours",
  pin: "Épingler {{name}}",
  unpin: "Désépingler {{name}}",
  all: "Tous les établissements",
  allFound: "Voir les {{shown}} établissements",
};

export const en: TranslationOf<typeof fr> = {
  title: "Switch employer",
  search: "Search an employer",
  searchHint: "Name, SIRET, contract number or town. Arrows to move, Enter to open.",
  pinned: "Pinned",
  recent: "Recent",
  due: "To review",
  found_one: "{{count}} employer",
  found_other: "{{shown}} employers",
  none: "No employer matches.",
  expired_one: "{{count}} expired",
  expired_other: "{{shown}} expired",
  expiring_one: "{{count}} expires within 60 days",
  expiring_other: "{{shown}} expire within 60 days",
  pin: "Pin {{name}}",
  unpin: "Unpin {{name}}",
  all: "All employers",
  allFound: "See the {{shown}} employers",
};

addWords("employers/switcher", { fr, en });
