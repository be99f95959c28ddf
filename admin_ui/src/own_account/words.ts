import type { TranslationOf } from "../i18n/translation";
import { addWords } from "../i18n/words";

export const fr = {
  title: "Mon compte",
  details: "Vos coordonnées",
  askAdministrator: "Une erreur ? Demandez à l’un de vos administrateurs de la corriger.",
  none: "Non renseigné",
  until: "Valable jusqu’au",
  password: "Changer de mot de passe",
  current: "Mot de passe actuel",
  missingCurrent: "Saisissez votre mot de passe actuel.",
  change: "Changer le mot de passe",
  changed: "Mot de passe changé. Vos autres sessions ont pris fin.",
  sessions: "Sessions ouvertes",
  here: "Cette session",
  opened: "Ouverte le {{moment}}",
  used: "utilisée pour la dernière fois le {{moment}}",
  ends: "prend fin au plus tard le {{moment}}",
  end: "Fermer",
  endOf: "Fermer la session ouverte le {{moment}}",
  endOthers: "Fermer toutes les autres",
  ended: "Session fermée",
  othersEnded: "Les autres sessions sont fermées",
  alone: "Aucune autre session n’est ouverte.",
};

export const en: TranslationOf<typeof fr> = {
  title: "My account",
  details: "Your details",
  askAdministrator: "A mistake? Ask one of your administrators to correct it.",
  none: "Not given",
  until: "Good until",
  password: "Change the password",
  current: "Current password",
  missingCurrent: "Enter your current password.",
  change: "Change the password",
  changed: "Password changed. Your other sessions have ended.",
  sessions: "Open sessions",
  here: "This session",
  opened: "Opened on {{moment}}",
  used: "last used on {{moment}}",
  ends: "ends on {{moment}} at the latest",
  end: "End",
  endOf: "End the session opened on {{moment}}",
  endOthers: "End all others",
  ended: "Session ended",
  othersEnded: "The other sessions have ended",
  alone: "No other session is open.",
};

addWords("own_account", { fr, en });
