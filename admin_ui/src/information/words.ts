import type { TranslationOf } from "../i18n/translation";
import { addWords } from "../i18n/words";

export const fr = {
  personalData: {
    title: "Vos données personnelles",
    what: "Pour vous ouvrir les services de votre employeur et retrouver chaque opération, la plateforme garde vos civilité, nom, adresses, téléphone, service, droits et connexions, ainsi qu’une empreinte de votre mot de passe.",
    who: "Les administrateurs de votre établissement les voient et les corrigent.",
    howLong: "Elles sont effacées une fois passé le délai pour restaurer le compte supprimé.",
    requests:
      "La plateforme garde ce qui a été saisi dans une demande d’inscription ou de nouvel administrateur, pour l’opérateur qui l’examine, et l’efface 90 jours après la fin de la demande.",
  },
};

export const en: TranslationOf<typeof fr> = {
  personalData: {
    title: "Your personal data",
    what: "To open your employer’s services to you and to trace every operation, we keep: title, name, addresses, phone, department, rights, sign-ins; of the password, a hash.",
    who: "The administrators of your employer see and correct them.",
    howLong: "They are erased once the deleted account can no longer be restored.",
    requests:
      "Of a request for a registration or a new administrator, we keep what was typed, for the operator who examines it, and erase it 90 days after the request has ended.",
  },
};

addWords("information", { fr, en });
