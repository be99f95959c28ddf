import type { TranslationOf } from "../i18n/translation";

export const fr = {
  personalData: {
    title: "Vos données personnelles",
    what: "Pour vous ouvrir les services de votre employeur et retrouver chaque opération sont gardés : civilité, nom, adresses, téléphone, service, droits, connexions ; du mot de passe, une empreinte.",
    who: "Les administrateurs de votre établissement les voient et les corrigent.",
    howLong: "Une fois le compte supprimé, et passé le délai pour le restaurer, elles sont effacées.",
  },
  registration: {
    title: "Inscrire un établissement",
    known: "Si votre établissement est déjà inscrit, demandez un compte à l’un de ses administrateurs.",
    how: "Sinon, son représentant légal écrit à l’assistance technique, avec le numéro SIRET, le numéro de contrat et l’adresse postale de l’établissement, son nom et son titre, le nom et les adresses du premier administrateur.",
  },
};

export const en: TranslationOf<typeof fr> = {
  personalData: {
    title: "Your personal data",
    what: "To open your employer’s services to you and to trace every operation, we keep: title, name, addresses, phone, department, rights, sign-ins; of the password, a hash.",
    who: "The administrators of your employer see and correct them.",
    howLong: "They are erased once the deleted account can no longer be restored.",
  },
  registration: {
    title: "Register an employer",
    known: "If your employer is registered already, ask one of its administrators for an account.",
    how: "Otherwise its legal representative writes to technical support, with the SIRET number, contract number and postal address of the employer, their own name and position, the name and addresses of the first administrator.",
  },
};
