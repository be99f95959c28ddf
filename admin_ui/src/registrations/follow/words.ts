import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  title: "Suivi de votre demande",
  what: {
    REGISTRATION: "Inscription de {{name}}",
    SUCCESSION: "Nouvel administrateur pour {{name}}",
  },
  state: {
    DRAFT: "Pas encore envoyée",
    SUBMITTED: "En attente d’un opérateur",
    APPROVED: "Acceptée : le code est attendu",
    REFUSED: "Refusée",
    OPENED: "Le compte est ouvert",
    LAPSED: "Trop tard",
    UNKNOWN: "Ce lien ne mène à aucune demande",
  },
  submitted: {
    text: "Votre demande est arrivée. Un opérateur de la Plateforme l’examine.",
    confirmed: "Votre adresse électronique est confirmée.",
    next: "Vous n’avez rien à faire : un courriel vous donnera la réponse. Cette page la montrera aussi.",
  },
  draft: "Cette saisie est enregistrée, mais pas encore envoyée.",
  goOn: "Reprendre la saisie",
  refusal: "Motif : {{refusal}}",
  lapsed: "Cette demande n’a pas abouti à temps : vous pouvez en faire une nouvelle.",
  unknown:
    "Il est sans doute incomplet, ou la demande est ancienne. Ouvrez le lien du dernier courriel reçu, ou copiez-le en entier dans la barre d’adresse.",
  again: "Faire une nouvelle demande",
  code: {
    lead: "Un courrier avec un code part au représentant légal de l’établissement. Demandez-lui ce code, et entrez-le ici : votre compte s’ouvre alors.",
    until: "Le code est valable jusqu’au {{day}} inclus.",
    label: "Code du courrier",
    hint_one: "Ex. : K7MX-2PQ9 ; majuscules, espaces et tirets sont indifférents. Dernier essai.",
    hint_many:
      "Ex. : K7MX-2PQ9 ; majuscules, espaces et tirets sont indifférents. Essais restants : {{count}}.",
    hint_other:
      "Ex. : K7MX-2PQ9 ; majuscules, espaces et tirets sont indifférents. Essais restants : {{count}}.",
    submit: "Ouvrir le compte",
    empty: "Saisissez le code.",
    foreign: "« {{character}} » n’est dans aucun code : relisez le courrier. Cet essai n’est pas compté.",
    length: "Un code a 8 caractères, celui-ci en a {{characters}}. Cet essai n’est pas compté.",
    noTries: "Tous les essais de ce code sont faits.",
  },
  letter: {
    text: "Pas de courrier, ou code illisible ? Un autre peut partir : l’ancien code ne vaudra plus.",
    submit: "Demander un nouveau courrier",
    from: "Un nouveau courrier peut être demandé à partir du {{day}} à {{time}}.",
    noneLeft: "Tous les courriers possibles sont partis : pour en recevoir un autre, écrivez à l’assistance.",
    done: "Un nouveau courrier part au représentant légal, avec un nouveau code et de nouveaux essais.",
  },
  opened: {
    text: "Le code est le bon : votre compte d’administrateur est ouvert.",
    announced: "Compte ouvert. Identifiant : {{letters}}",
    identifier: "Votre identifiant de connexion :",
    note: "Notez-le : le courriel ne le contient pas.",
    copy: "Copier l’identifiant",
    copied: "Identifiant copié",
    next: "Et maintenant",
    invitation: "Un courriel vous invite à créer votre mot de passe : son lien est valable 15 jours.",
    signIn: "Connectez-vous ensuite avec votre identifiant et ce mot de passe.",
  },
};

export const en: TranslationOf<typeof fr> = {
  title: "Your request",
  what: {
    REGISTRATION: "Registration of {{name}}",
    SUCCESSION: "New administrator of {{name}}",
  },
  state: {
    DRAFT: "Not sent yet",
    SUBMITTED: "Waiting for an operator",
    APPROVED: "Approved: the code is awaited",
    REFUSED: "Refused",
    OPENED: "The account is open",
    LAPSED: "Too late",
    UNKNOWN: "This link leads to no request",
  },
  submitted: {
    text: "Your request has arrived. An operator of the platform looks at it.",
    confirmed: "Your e-mail address is confirmed.",
    next: "There is nothing to do: an e-mail will bring the answer. This page will show it too.",
  },
  draft: "This form is saved, but not sent yet.",
  goOn: "Go on with the form",
  refusal: "Reason: {{refusal}}",
  lapsed: "This request was not completed in time: you can send a new one.",
  unknown:
    "It is probably incomplete, or the request is long ago. Open the link of the latest e-mail, or copy the whole of it into the address bar.",
  again: "Send a new request",
  code: {
    lead: "A letter with a code leaves for the employer’s legal representative. Ask them for this code, and enter it here: your account then opens.",
    until: "The code is good until the end of {{day}}.",
    label: "Code of the letter",
    hint_one: "E.g. K7MX-2PQ9; case, spaces and hyphens do not matter. Last try.",
    hint_many: "E.g. K7MX-2PQ9; case, spaces and hyphens do not matter. Tries left: {{count}}.",
    hint_other: "E.g. K7MX-2PQ9; case, spaces and hyphens do not matter. Tries left: {{count}}.",
    submit: "Open the account",
    empty: "Enter the code.",
    foreign: "“{{character}}” is in no code: read the letter again. This try does not count.",
    length: "A code has 8 characters, this one has {{characters}}. This try does not count.",
    noTries: "All tries of this code are used up.",
  },
  letter: {
    text: "No letter, or a code that cannot be read? Another can leave: the former code is worthless then.",
    submit: "Ask for another letter",
    from: "Another letter can be requested from {{day}} at {{time}}.",
    noneLeft: "All the letters there can be have left: to receive another, write to support.",
    done: "Another letter leaves for the legal representative, with another code and new tries.",
  },
  opened: {
    text: "The code is right: your administrator’s account is open.",
    announced: "Account open. Identifier: {{letters}}",
    identifier: "Your identifier to sign in with:",
    note: "Note it: the e-mail does not hold it.",
    copy: "Copy the identifier",
    copied: "Identifier copied",
    next: "What follows",
    invitation: "An e-mail invites you to create your password: its link is good for 15 days.",
    signIn: "Then sign in with your identifier and this password.",
  },
};

addWords("registrations/follow", { fr, en });
