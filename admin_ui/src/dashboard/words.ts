import type { TranslationOf } from "../i18n/translation";

export const fr = {
  title: "Tableau de bord",
  welcome: "Bonjour {{name}}",
  manage: "Gérer les comptes",
  create: "Créer un compte",
  byStatus: "Comptes par statut",
  expiries: "Expirations des douze prochains mois",
  month: "Mois",
  count: "Comptes",
  invitations: "Invitations",
  noInvitation: "Aucune invitation en cours.",
  ofTheFirst: "Parmi les {{count}} premières.",
  seePending: "Voir les comptes en attente",
  loneTitle: "Un seul administrateur",
  loneText:
    "Si son compte expire ou se verrouille, personne ne pourra gérer les comptes de l’établissement. Créez un second administrateur.",
  latest: "Dernières opérations",
  allHistory: "Tout l’historique",
  nothingYet: "Aucune opération pour l’instant.",
  yourRights: "Vos droits",
  noRights: "Aucun service ne vous est ouvert pour l’instant.",
  yourAccount: "Votre compte est valable jusqu’au {{day}}.",
};

export const en: TranslationOf<typeof fr> = {
  title: "Dashboard",
  welcome: "Hello {{name}}",
  manage: "Manage the accounts",
  create: "Create an account",
  byStatus: "Accounts by status",
  expiries: "Expiries of the next twelve months",
  month: "Month",
  count: "Accounts",
  invitations: "Invitations",
  noInvitation: "No invitation under way.",
  ofTheFirst: "Among the first {{count}}.",
  seePending: "See the pending accounts",
  loneTitle: "Only one administrator",
  loneText:
    "If that account expires or locks, nobody can manage the accounts of the employer. Create a second administrator.",
  latest: "Latest operations",
  allHistory: "The whole history",
  nothingYet: "No operation yet.",
  yourRights: "Your rights",
  noRights: "No service is open to you for now.",
  yourAccount: "Your account is good until {{day}}.",
};
