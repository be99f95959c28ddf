import type { TranslationOf } from "../i18n/translation";

export const fr = {
  skip: "Aller au contenu",
  menu: "Menu",
  menuOf: "Menu de {{name}}",
  signOut: "Me déconnecter",
  switchEmployer: "Changer d’établissement :",
  noEmployer: "aucun établissement ouvert",
  acting: { label: "Mandat", for: "Vous agissez pour", until: "jusqu’au {{day}}" },
  offline: "Connexion perdue. Ce que vous avez saisi est gardé.",
  notFound: {
    title: "Page introuvable",
    text: "Cette adresse ne mène nulle part.",
    home: "Revenir à l’accueil",
  },
  unknownEmployer: {
    title: "Cet établissement ne vous est pas ouvert",
    text: "Vous n’administrez aucun établissement au numéro de contrat {{number}} : le mandat a pris fin, l’établissement est fermé ou l’adresse est fausse. Rien n’a été fait.",
    own: "Revenir à {{name}}",
  },
  failureTitle: "Cette page n’a pas pu être affichée",
  session: {
    lostTitle: "Votre session a pris fin",
    lostText: "Connectez-vous de nouveau : ce que vous avez saisi est gardé.",
    soonTitle: "Votre session va prendre fin",
    soonText: "Sans action de votre part, elle prendra fin dans :",
    stay: "Rester connecté",
    finalText:
      "Elle a duré aussi longtemps qu’une session le peut. Pour poursuivre, connectez-vous de nouveau : ce que vous avez saisi est gardé. Elle prendra fin dans :",
    later: "Plus tard",
  },
};

export const en: TranslationOf<typeof fr> = {
  skip: "Skip to content",
  menu: "Menu",
  menuOf: "Menu of {{name}}",
  signOut: "Sign out",
  switchEmployer: "Switch employer:",
  noEmployer: "no employer open",
  acting: { label: "Mandate", for: "You act for", until: "until {{day}}" },
  offline: "Connection lost. What you typed is kept.",
  notFound: { title: "Page not found", text: "This address leads nowhere.", home: "Back to the start" },
  unknownEmployer: {
    title: "This employer is not open to you",
    text: "You administer no employer with the contract number {{number}}: the mandate has ended, the employer is closed, or the address is wrong. Nothing was done.",
    own: "Back to {{name}}",
  },
  failureTitle: "This page could not be shown",
  session: {
    lostTitle: "Your session has ended",
    lostText: "Sign in again: what you typed is kept.",
    soonTitle: "Your session is about to end",
    soonText: "If you do nothing, it ends in:",
    stay: "Stay signed in",
    finalText:
      "It has lasted as long as a session may. To go on, sign in again: what you typed is kept. It ends in:",
    later: "Later",
  },
};
