import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  stepOf: "Étape {{step}} sur {{total}} : {{label}}",
  required: "Tous les champs marqués « requis » doivent être renseignés pour passer à l’étape suivante.",
  requiredToSend: "Tous les champs marqués « requis » doivent être renseignés pour envoyer la demande.",
  resumed: "Votre saisie a été reprise : vérifiez-la, puis continuez.",
  again: "Repartir de zéro",
  next: "Suivant",
  back: "Précédent",
  send: "Envoyer la demande",
  missing: "Ce champ est à renseigner.",
  chooseCivility: "Choisissez la civilité.",
  labelled: "{{label}} : {{message}}",
  line: "Ligne {{number}} : {{message}}",
  lineTooLong: "La ligne {{number}} a {{count}} caractères : 38 au plus.",
  tooManyLines: "L’adresse a {{count}} lignes : 6 au plus.",
  employerAddress: "Reprendre l’adresse de l’établissement",
  siret: {
    count_one: "{{count}} chiffre sur 14",
    count_many: "{{count}} chiffres sur 14",
    count_other: "{{count}} chiffres sur 14",
    right: "Ce SIRET a la bonne forme.",
    short: "Un SIRET a 14 chiffres : il en manque.",
    long: "Un SIRET a 14 chiffres : il y en a trop.",
    notDigits: "Un SIRET n’a que des chiffres.",
    wrong: "Un de ces chiffres est faux : vérifiez-les un à un.",
  },
  label: {
    siret: "SIRET",
    contractNumber: "Numéro de contrat",
    name: "Nom de l’établissement",
    postalAddress: "Adresse postale",
    title: "Titre",
    employer: "SIRET ou numéro de contrat",
    reason: "Motif",
  },
  hint: {
    siret: "14 chiffres. Ex. : 264 400 136 00471",
    contractNumber: "Il figure sur les courriers du fonds. Ex. : VF201",
    postalAddress: "Le courrier au représentant légal y est envoyé. 6 lignes de 38 caractères au plus.",
    representative: { title: "Ex. : Directrice générale" },
    administrator: {
      email: "La réponse y est envoyée, puis l’invitation à créer le mot de passe.",
      professionalAddress: "6 lignes de 38 caractères au plus.",
    },
    employer: "De l’établissement qui n’a plus d’administrateur. Ex. : VF201",
    reason: "Ce qui s’est passé, pour l’opérateur qui décide. 500 caractères au plus.",
  },
  sent: {
    title: "Votre demande est envoyée",
    emailTo: "Un courriel part à {{email}} : il confirme l’arrivée de la demande et dit ce qui suit.",
    email: "Un courriel part à l’administrateur : il confirme l’arrivée de la demande et dit ce qui suit.",
    next: "Et maintenant",
    operator: "Un opérateur de la Plateforme examine la demande, et un courriel donne sa réponse.",
    letter: "S’il l’accepte, un courrier avec un code part au représentant légal de l’établissement.",
    code: "L’administrateur demande ce code au représentant légal, et l’entre à la page du lien reçu par courriel : 15 jours, 5 essais.",
    invitation: "Son compte s’ouvre alors, et un courriel l’invite à créer son mot de passe.",
    nothing:
      "Rien reçu au bout de quelques minutes ? Regardez dans les courriels indésirables ; si l’adresse était fausse, refaites la demande.",
  },
  personalData:
    "Ce que vous saisissez sert à examiner la demande et à ouvrir le compte ; c’est effacé 90 jours après la fin de la demande.",
  personalDataMore: "Comment sont traitées ces données",
};

export const en: TranslationOf<typeof fr> = {
  stepOf: "Step {{step}} of {{total}}: {{label}}",
  required: "Every field marked “required” must be filled in before the next step.",
  requiredToSend: "Every field marked “required” must be filled in before the request can be sent.",
  resumed: "What you typed is here again: check it, then go on.",
  again: "Start anew",
  next: "Next",
  back: "Back",
  send: "Send the request",
  missing: "This field is required.",
  chooseCivility: "Choose the title.",
  labelled: "{{label}}: {{message}}",
  line: "Line {{number}}: {{message}}",
  lineTooLong: "Line {{number}} has {{count}} characters: at most 38.",
  tooManyLines: "The address has {{count}} lines: at most 6.",
  employerAddress: "Take the employer’s address",
  siret: {
    count_one: "{{count}} digit of 14",
    count_many: "{{count}} digits of 14",
    count_other: "{{count}} digits of 14",
    right: "This SIRET has the right form.",
    short: "A SIRET has 14 digits: some are missing.",
    long: "A SIRET has 14 digits: there are too many.",
    notDigits: "A SIRET has digits only.",
    wrong: "One of these digits is wrong: check them one by one.",
  },
  label: {
    siret: "SIRET",
    contractNumber: "Contract number",
    name: "Name of the employer",
    postalAddress: "Postal address",
    title: "Position",
    employer: "SIRET or contract number",
    reason: "Reason",
  },
  hint: {
    siret: "14 digits, e.g. 264 400 136 00471",
    contractNumber: "It is on the letters of the fund, e.g. VF201",
    postalAddress: "The letter to the legal representative goes there. At most 6 lines of 38 characters.",
    representative: { title: "E.g. Directrice générale" },
    administrator: {
      email: "The answer goes there, and later the invitation to create the password.",
      professionalAddress: "At most 6 lines of 38 characters.",
    },
    employer: "Of the employer that has no administrator any more, e.g. VF201",
    reason: "What happened, for the operator who decides. At most 500 characters.",
  },
  sent: {
    title: "Your request is sent",
    emailTo:
      "An e-mail leaves for {{email}}: it confirms that the request has arrived, and says what follows.",
    email:
      "An e-mail leaves for the administrator: it confirms that the request has arrived, and says what follows.",
    next: "What follows",
    operator: "An operator of the platform looks at the request, and an e-mail brings the answer.",
    letter: "If it is approved, a letter with a code leaves for the employer’s legal representative.",
    code: "The administrator asks the legal representative for this code, and enters it on the page of the link in the e-mail: 15 days, 5 tries.",
    invitation: "The account then opens, and an e-mail invites its holder to create a password.",
    nothing:
      "Nothing after a few minutes? Look among the unwanted e-mails; if the address was wrong, send the request again.",
  },
  personalData:
    "What you type serves to examine the request and to open the account; it is erased 90 days after the request has ended.",
  personalDataMore: "How these data are used",
};

addWords("registrations/form", { fr, en });
