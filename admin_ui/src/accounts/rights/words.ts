import type { TranslationOf } from "../../i18n/translation";

export const fr = {
  setAll: "Tout régler",
  setAllOf: "Tout régler : {{theme}}",
  everywhere: "tous les services",
  filter: "Chercher un service",
  none: "Aucun service de ce nom.",
  noService: "Cet établissement n’a de contrat avec aucun service.",
  holders: "Qui a ce droit : {{service}}",
  changed: "Modifié, était : {{level}}",
  copy: "Reprendre les droits d’un autre compte",
  copyHint: "Nom, prénom ou identifiant du collègue",
  copyOf: "Droits de {{name}}",
  copyThese: "Reprendre ces droits",
  copyNothing: "Ce compte n’a aucun droit.",
  copyNobody: "Aucun compte ne correspond.",
  copied: "Droits de {{name}} repris",
};

export const en: TranslationOf<typeof fr> = {
  setAll: "Set all",
  setAllOf: "Set all: {{theme}}",
  everywhere: "all services",
  filter: "Find a service",
  none: "No service of that name.",
  noService: "This employer has a contract with no service.",
  holders: "Who has this right: {{service}}",
  changed: "Changed, was: {{level}}",
  copy: "Take over the rights of another account",
  copyHint: "Last name, first name or identifier of the colleague",
  copyOf: "Rights of {{name}}",
  copyThese: "Take over these rights",
  copyNothing: "This account has no rights.",
  copyNobody: "No account matches.",
  copied: "Rights of {{name}} taken over",
};
