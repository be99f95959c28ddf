import type { SearchParams } from "../../service/searchParams";

/** The dialogs of the page: the correction of the employer, and what is done to a mandate. */
export const EMPLOYER_ACTIONS = ["corriger", "proposer", "suite", "finir", "refuser", "designer"] as const;
export type EmployerAction = (typeof EMPLOYER_ACTIONS)[number];

export type EmployerSearch = {
  etablissement?: string;
  action?: EmployerAction;
  /** The id of the mandate that the dialog is about. */
  mandat?: string;
};

export function parseEmployerSearch(params: SearchParams): EmployerSearch {
  const action = EMPLOYER_ACTIONS.find((name) => name === params.action);
  return {
    ...(params.etablissement ? { etablissement: params.etablissement } : {}),
    ...(action ? { action } : {}),
    ...(action && params.mandat ? { mandat: params.mandat } : {}),
  };
}
