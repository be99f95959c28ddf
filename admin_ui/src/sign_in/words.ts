import type { TranslationOf } from "../i18n/translation";

export const fr = {
  title: "Se connecter",
  required: "Tous les champs sont requis",
  identifier: "Identifiant",
  identifierHint: "Remis par votre administrateur. Ex. : JLO000439",
  password: "Mot de passe",
  forgotten: "Mot de passe oublié ?",
  notRegistered: "Établissement pas encore inscrit ?",
  register: "Inscrire un établissement",
  administratorLeft: "Notre administrateur est parti",
  submit: "Me connecter",
  missingIdentifier: "Saisissez votre identifiant.",
  missingPassword: "Saisissez votre mot de passe.",
};

export const en: TranslationOf<typeof fr> = {
  title: "Sign in",
  required: "All fields are required",
  identifier: "Identifier",
  identifierHint: "Given by your administrator, e.g. JLO000439",
  password: "Password",
  forgotten: "Forgotten password?",
  notRegistered: "Employer not registered yet?",
  register: "Register an employer",
  administratorLeft: "Our administrator has left",
  submit: "Sign in",
  missingIdentifier: "Enter your identifier.",
  missingPassword: "Enter your password.",
};
