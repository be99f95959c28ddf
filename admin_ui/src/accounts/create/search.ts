import type { SearchParams } from "../../service/searchParams";

export type CreationSearch = { etablissement?: string; etape?: "2" | "3"; identifiant?: string };

export function parseCreationSearch({ etablissement, etape, identifiant }: SearchParams): CreationSearch {
  const step = etape === "2" ? "2" : etape === "3" && identifiant ? "3" : undefined;
  return {
    ...(etablissement ? { etablissement } : {}),
    ...(step ? { etape: step } : {}),
    ...(step === "3" && identifiant ? { identifiant } : {}),
  };
}
