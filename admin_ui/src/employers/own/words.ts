import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  title: "Mon établissement",
  titleOther: "Établissement",
  lead: "Ce que la plateforme sait de l’établissement, et qui peut agir pour lui.",
  notYours: "Cette page est réservée aux administrateurs de votre établissement.",
  details: "Coordonnées",
  name: "Nom",
  siret: "SIRET",
  contractNumber: "Numéro de contrat",
  postalAddress: "Adresse postale",
  funds: "Contrats avec",
  representative: "Représentant légal",
  representativeUse: "Reçoit les courriers : création de compte, passage en administrateur, mandat.",
  contracts: "Services ouverts par ses contrats",
  noService: "Aucun service.",
  administrators: "Administrateurs",
  correct: "Corriger l’adresse ou le représentant",
  correctText:
    "Un courrier informe l’ancien représentant légal, à l’ancienne adresse. Le nom, le SIRET et les contrats se corrigent auprès de l’assistance.",
  addressHint: "6 lignes au plus, de 38 caractères au plus",
  civility: "Civilité du représentant légal",
  lastName: "Nom du représentant légal",
  firstName: "Prénom du représentant légal",
  functionTitle: "Fonction",
  save: "Enregistrer",
  saved: "Établissement corrigé",
  readAgain: "Reprendre d’après la version actuelle",
};

export const en: TranslationOf<typeof fr> = {
  title: "My employer",
  titleOther: "Employer",
  lead: "What the platform knows of the employer, and who may act for it.",
  notYours: "This page is for the administrators of your employer.",
  details: "Details",
  name: "Name",
  siret: "SIRET",
  contractNumber: "Contract number",
  postalAddress: "Postal address",
  funds: "Contracts with",
  representative: "Legal representative",
  representativeUse: "Receives the letters: accounts created, administrators promoted, mandates.",
  contracts: "Services open under its contracts",
  noService: "No service.",
  administrators: "Administrators",
  correct: "Correct the address or the representative",
  correctText:
    "A letter informs the former legal representative, at the former address. Name, SIRET and contracts are corrected by support.",
  addressHint: "At most 6 lines of at most 38 characters",
  civility: "Title of the legal representative",
  lastName: "Last name of the legal representative",
  firstName: "First name of the legal representative",
  functionTitle: "Function",
  save: "Save",
  saved: "Employer corrected",
  readAgain: "Start again from the present version",
};

addWords("employers/own", { fr, en });
