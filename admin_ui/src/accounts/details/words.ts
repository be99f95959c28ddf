import type { TranslationOf } from "../../i18n/translation";

export const fr = {
  emailHint: "Le courriel de création du mot de passe y sera envoyé.",
  profileHint: "Un administrateur ne peut pas redevenir utilisateur.",
  addressHint: "6 lignes de 38 caractères au plus.",
  employerAddress: "Reprendre l’adresse de l’établissement",
};

export const en: TranslationOf<typeof fr> = {
  emailHint: "The e-mail to create the password goes there.",
  profileHint: "An administrator cannot become a user again.",
  addressHint: "At most 6 lines of 38 characters.",
  employerAddress: "Take the employer’s address",
};
