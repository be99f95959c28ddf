import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  title: "Demander un nouvel administrateur",
  lead: "Pour un établissement inscrit dont les administrateurs sont partis, ou ne peuvent plus se connecter. S’il en reste un, demandez-lui plutôt un compte.",
  employer: "L’établissement",
  administrator: "Le nouvel administrateur",
  administratorLead:
    "Le courrier avec le code part au représentant légal connu de la Plateforme, à l’adresse de l’établissement.",
};

export const en: TranslationOf<typeof fr> = {
  title: "Ask for a new administrator",
  lead: "For a registered employer whose administrators have left, or can no longer sign in. If one is left, ask them for an account instead.",
  employer: "The employer",
  administrator: "The new administrator",
  administratorLead:
    "The letter with the code goes to the legal representative on file, at the employer’s address.",
};

addWords("registrations/succession", { fr, en });
