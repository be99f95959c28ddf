import type { SearchParams } from "../../service/searchParams";

/** `onglet`: the search of a person instead of the list; `tri`: by name instead of what is due first. */
export type EmployersSearch = {
  etablissement?: string;
  onglet?: "personne";
  recherche?: string;
  tri?: "nom";
  apres?: string;
  page?: string;
};

export function parseEmployersSearch(params: SearchParams): EmployersSearch {
  const search: SearchParams = {
    etablissement: params.etablissement,
    onglet: params.onglet === "personne" ? "personne" : undefined,
    recherche: params.recherche,
    tri: params.tri === "nom" ? "nom" : undefined,
    apres: params.apres,
    page: params.apres && /^\d{1,4}$/.test(params.page ?? "") ? params.page : undefined,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as EmployersSearch;
}

/** A changed search or order shows the first page. */
export function fromFirstPage(search: EmployersSearch, change: EmployersSearch): EmployersSearch {
  const { apres: _1, page: _2, ...rest } = search;
  return parseEmployersSearch({ ...rest, ...change });
}
