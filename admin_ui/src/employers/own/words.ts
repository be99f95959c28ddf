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
  representative: "Représentant légal",
  representativeUse: "Il reçoit les courriers : création de compte, passage en administrateur, mandat.",
  contracts: "Services ouverts par ses contrats",
  noService: "Aucun service.",
  administrators: "Administrateurs",
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
  representative: "Legal representative",
  representativeUse: "Receives the letters: accounts created, administrators promoted, mandates.",
  contracts: "Services open under its contracts",
  noService: "No service.",
  administrators: "Administrators",
};

addWords("employers/own", { fr, en });
