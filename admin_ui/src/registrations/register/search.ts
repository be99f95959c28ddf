import type { SearchParams } from "../../service/searchParams";

export type RegistrationSearch = { etape?: "2" | "3" | "envoyee" };

export function parseRegistrationSearch({ etape }: SearchParams): RegistrationSearch {
  return etape === "2" || etape === "3" || etape === "envoyee" ? { etape } : {};
}
