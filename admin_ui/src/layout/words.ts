import type { Same } from "../i18n/same";

export const fr = {
  platform: "Plateforme employeurs publics",
  skip: "Aller au contenu",
  path: "Fil d’Ariane",
  loading: "Chargement…",
  dashboard: "Tableau de bord",
  accounts: "Gestion des comptes",
  history: "Historique",
  ownAccount: "Mon compte",
  menu: "Menu de {{name}}",
  signOut: "Me déconnecter",
  language: "English",
  employer: "Établissement",
  offline: "Connexion perdue. Ce que vous avez saisi est gardé.",
  notFound: {
    title: "Page introuvable",
    text: "Cette adresse ne mène nulle part.",
    home: "Revenir à l’accueil",
  },
  failure: {
    title: "Cette page n’a pas pu être affichée",
    offline: "La connexion est perdue. Ce que vous avez saisi est gardé ; réessayez quand elle est revenue.",
    failed: "Une erreur est survenue de notre côté. Réessayez dans un instant.",
    reference: "Référence à donner à l’assistance : {{reference}}",
    retry: "Réessayer",
  },
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

export const en: Same<typeof fr> = {
  platform: "Public employers’ platform",
  skip: "Skip to content",
  path: "Breadcrumb",
  loading: "Loading…",
  dashboard: "Dashboard",
  accounts: "Accounts",
  history: "History",
  ownAccount: "My account",
  menu: "Menu of {{name}}",
  signOut: "Sign out",
  language: "Français",
  employer: "Employer",
  offline: "Connection lost. What you typed is kept.",
  notFound: { title: "Page not found", text: "This address leads nowhere.", home: "Back to the start" },
  failure: {
    title: "This page could not be shown",
    offline: "The connection is lost. What you typed is kept; try again once it is back.",
    failed: "Something went wrong on our side. Try again in a moment.",
    reference: "Reference to give to support: {{reference}}",
    retry: "Try again",
  },
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
