import type { Search } from "../service/search";

export type CreationSearch = { etablissement?: string; etape?: "2" | "3"; identifiant?: string };

export function creationSearch({ etablissement, etape, identifiant }: Search): CreationSearch {
  const step = etape === "2" ? "2" : etape === "3" && identifiant ? "3" : undefined;
  return {
    ...(etablissement ? { etablissement } : {}),
    ...(step ? { etape: step } : {}),
    ...(step === "3" && identifiant ? { identifiant } : {}),
  };
}
