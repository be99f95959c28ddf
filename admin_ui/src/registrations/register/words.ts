import type { TranslationOf } from "../../i18n/translation";
import { addWords } from "../../i18n/words";

export const fr = {
  title: "Inscrire un établissement",
  lead: "Si votre établissement est déjà inscrit, demandez plutôt un compte à l’un de ses administrateurs.",
  left: "S’ils sont partis, demandez un nouvel administrateur",
  employer: "L’établissement",
  representative: "Le représentant légal",
  administrator: "Le premier administrateur",
  representativeLead: "Un courrier avec un code lui est envoyé, à l’adresse de l’établissement.",
  administratorLead:
    "Il crée, modifie, renouvelle et supprime les comptes de l’établissement ; la réponse lui parvient par courriel.",
  unusable: {
    title: "Ce lien ne mène à aucune saisie enregistrée",
    text: "La demande est déjà envoyée (un courriel dit où la suivre), ou les 30 jours sont passés. Vous pouvez recommencer ci-dessous.",
  },
  save: {
    open: "Enregistrer et continuer plus tard",
    title: "Continuer plus tard",
    text: "Votre saisie est gardée 30 jours. Un courriel vous donne le lien pour la reprendre, même sur un autre ordinateur.",
    submit: "Enregistrer",
    done: "C’est enregistré : un courriel part à {{email}}, avec le lien pour reprendre. Rien n’est encore envoyé.",
    stays: "D’ici là, votre saisie reste aussi dans cet onglet.",
  },
};

export const en: TranslationOf<typeof fr> = {
  title: "Register an employer",
  lead: "If your employer is registered already, ask one of its administrators for an account instead.",
  left: "If they have left, ask for a new administrator",
  employer: "The employer",
  representative: "The legal representative",
  administrator: "The first administrator",
  representativeLead: "A letter with a code goes to them, at the employer’s address.",
  administratorLead:
    "They create, modify, renew and delete the employer’s accounts; the answer reaches them by e-mail.",
  unusable: {
    title: "This link leads to no saved form",
    text: "The request is sent already (an e-mail says where to follow it), or the 30 days are over. You can begin again below.",
  },
  save: {
    open: "Save and go on later",
    title: "Go on later",
    text: "What you typed is kept for 30 days. An e-mail brings you the link to go on with, on another computer too.",
    submit: "Save",
    done: "It is saved: an e-mail leaves for {{email}}, with the link to go on with. Nothing has been sent yet.",
    stays: "Until then, what you typed stays in this tab too.",
  },
};

addWords("registrations/register", { fr, en });
