import type { TranslationOf } from "../../i18n/translation";

export const fr = {
  profile: "Profil du compte",
  identification: "Identification",
  emailHint: {
    invitation: "Le courriel de création du mot de passe y est envoyé.",
    change: "Un changement est signalé par courriel à l’ancienne adresse et à la nouvelle.",
  },
  missing: "Ce champ est à renseigner.",
  missingAddress: "Un compte administrateur a besoin d’une adresse professionnelle : renseignez-la.",
  profileHint: "Un administrateur ne peut pas redevenir utilisateur.",
  addressHint: "6 lignes de 38 caractères au plus.",
  employerAddress: "Reprendre l’adresse de l’établissement",
  listen: "Version sonore",
  notHeard: "La version sonore n’a pas pu être jouée.",
  copy: "Copier l’identifiant",
  copied: "Identifiant copié",
  print: "Imprimer l’identifiant",
};

export const en: TranslationOf<typeof fr> = {
  profile: "Account profile",
  identification: "Identification",
  emailHint: {
    invitation: "The e-mail to create the password goes there.",
    change: "A change is announced by e-mail to the old and the new address.",
  },
  missing: "This field is required.",
  missingAddress: "An administrator’s account needs a professional postal address: fill it in.",
  profileHint: "An administrator cannot become a user again.",
  addressHint: "At most 6 lines of 38 characters.",
  employerAddress: "Take the employer’s address",
  listen: "Spoken version",
  notHeard: "The spoken version could not be played.",
  copy: "Copy the identifier",
  copied: "Identifier copied",
  print: "Print the identifier",
};
