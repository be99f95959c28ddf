import type { SearchParams } from "../../service/searchParams";

export type SuccessionSearch = { etape?: "2" | "envoyee" };

export function parseSuccessionSearch({ etape }: SearchParams): SuccessionSearch {
  return etape === "2" || etape === "envoyee" ? { etape } : {};
}
