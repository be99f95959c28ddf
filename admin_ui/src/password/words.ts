import type { TranslationOf } from "../i18n/translation";

export const fr = {
  password: "Mot de passe",
  confirmation: "Confirmation du mot de passe",
  missing: "Choisissez un mot de passe.",
  different: "La confirmation diffère du mot de passe.",
  rules: "Votre mot de passe doit être composé au minimum de :",
  rule: {
    LENGTH: "8 caractères",
    DIGIT: "1 chiffre",
    LOWER_CASE: "1 minuscule",
    UPPER_CASE: "1 majuscule",
    SPECIAL: "1 caractère spécial",
    NOT_TOO_LONG: "128 caractères au plus",
  },
  met: "rempli",
  notMet: "pas encore rempli",
  progress: "Règles remplies : {{met}} sur {{of}}",
  alsoRefused:
    "Il doit aussi être difficile à deviner : ni votre identifiant, ni votre nom, ni celui de votre établissement, ni un mot, un nom, un lieu ou une date à peine changés (Nantes2026!). Le service le vérifie à l’envoi.",
  generate: "Générer",
  copy: "Copier",
  copied: "Mot de passe copié",
  generated: "Un mot de passe est proposé et affiché : notez-le en lieu sûr.",
  create: {
    title: "Créer votre mot de passe",
    submit: "Créer mon mot de passe",
    done: "Votre mot de passe est créé. Connectez-vous avec votre identifiant.",
  },
  reset: {
    title: "Choisir un nouveau mot de passe",
    submit: "Enregistrer le mot de passe",
    done: "Votre nouveau mot de passe est enregistré. Connectez-vous.",
  },
  allRequired: "Tous les champs sont requis",
  until: "Ce lien est valable jusqu’au {{moment}}.",
  unusable: {
    title: "Ce lien ne peut pas servir",
    USED: "Un mot de passe a déjà été créé avec ce lien.",
    USEDHelp:
      "Si c’est vous, connectez-vous. Si vous l’avez oublié, demandez-en un nouveau. Si ce n’est pas vous, prévenez votre administrateur.",
    LAPSED: "Ce lien n’est plus valable : son délai est passé, ou un lien plus récent l’a remplacé.",
    LAPSEDCreate:
      "Ouvrez le courriel le plus récent que vous avez reçu. S’il n’y en a pas d’autre, demandez à votre administrateur de vous renvoyer un lien.",
    LAPSEDReset: "Ouvrez le courriel le plus récent que vous avez reçu, ou demandez un nouveau lien.",
    UNKNOWN: "Ce lien n’est pas reconnu : il est sans doute incomplet.",
    UNKNOWNHelp:
      "Ouvrez-le depuis le courriel, ou copiez-le en entier dans la barre d’adresse. S’il ne fonctionne toujours pas, adressez-vous à votre administrateur.",
    signIn: "Me connecter",
    again: "Demander un nouveau lien",
  },
  forgotten: {
    title: "Mot de passe oublié",
    lead: "Un lien pour en choisir un nouveau vous sera envoyé par courriel.",
    identifier: "Identifiant",
    identifierHint: "Celui que votre administrateur vous a remis. Ex. : JLO000439",
    missing: "Saisissez votre identifiant.",
    submit: "Envoyer le lien",
    doneTitle: "Demande reçue",
    done: "Si un compte actif porte l’identifiant {{identifier}}, un courriel vient de partir vers son adresse. Ouvrez sans tarder le lien qu’il contient : il ne sert qu’une fois.",
    nothing:
      "Rien reçu au bout de quelques minutes ? Regardez dans les courriels indésirables et vérifiez l’identifiant. Un compte expiré ou en attente ne reçoit pas de lien : adressez-vous à votre administrateur.",
    again: "Corriger l’identifiant ou redemander",
    back: "Revenir à la connexion",
  },
};

export const en: TranslationOf<typeof fr> = {
  password: "Password",
  confirmation: "Password again",
  missing: "Choose a password.",
  different: "The two passwords differ.",
  rules: "Your password needs at least:",
  rule: {
    LENGTH: "8 characters",
    DIGIT: "1 digit",
    LOWER_CASE: "1 lower-case letter",
    UPPER_CASE: "1 upper-case letter",
    SPECIAL: "1 special character",
    NOT_TOO_LONG: "128 characters at most",
  },
  met: "met",
  notMet: "not met yet",
  progress: "Rules met: {{met}} of {{of}}",
  alsoRefused:
    "It must also be hard to guess: not your identifier, your name or your employer's, nor a word, a name, a place or a date hardly changed (Nantes2026!). The service checks this when you submit.",
  generate: "Generate",
  copy: "Copy",
  copied: "Password copied",
  generated: "A password is suggested and shown: note it in a safe place.",
  create: {
    title: "Create your password",
    submit: "Create my password",
    done: "Your password is created. Sign in with your identifier.",
  },
  reset: {
    title: "Choose a new password",
    submit: "Save the password",
    done: "Your new password is saved. Sign in.",
  },
  allRequired: "All fields are required",
  until: "This link is good until {{moment}}.",
  unusable: {
    title: "This link cannot be used",
    USED: "A password was already created with this link.",
    USEDHelp:
      "If it was you, sign in. If you have forgotten it, ask for a new one. If it was not you, tell your administrator.",
    LAPSED: "This link is no longer good: its time is over, or a newer link has replaced it.",
    LAPSEDCreate:
      "Open the latest e-mail you received. If there is no other, ask your administrator to send you a new link.",
    LAPSEDReset: "Open the latest e-mail you received, or ask for a new link.",
    UNKNOWN: "This link is not known: it is probably incomplete.",
    UNKNOWNHelp:
      "Open it from the e-mail, or copy the whole of it into the address bar. If it still does not work, ask your administrator.",
    signIn: "Sign in",
    again: "Ask for a new link",
  },
  forgotten: {
    title: "Forgotten password",
    lead: "A link to choose a new one will be sent to you by e-mail.",
    identifier: "Identifier",
    identifierHint: "The one your administrator gave you, e.g. JLO000439",
    missing: "Enter your identifier.",
    submit: "Send the link",
    doneTitle: "Request received",
    done: "If an active account has the identifier {{identifier}}, an e-mail has just left for its address. Open its link soon: it works once.",
    nothing:
      "Nothing after a few minutes? Look among the unwanted e-mails and check the identifier. An account that is expired or pending gets no link: ask your administrator.",
    again: "Correct the identifier or ask again",
    back: "Back to sign-in",
  },
};
