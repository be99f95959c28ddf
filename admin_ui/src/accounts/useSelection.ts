/** Which accounts are chosen: some by hand, all of the page, or all that match. The scope is in the address. */
import { useState } from "react";
import type { AccountsSearch } from "./search";

export type Selection = {
  /** Null when all that match are chosen: they are too many to name. */
  ids: string[] | null;
  count: number;
  isChosen: (id: string) => boolean;
  toggle: (id: string) => void;
  choosePage: () => void;
  chooseAll: () => void;
  clear: () => void;
};

export function useSelection(
  page: { id: string }[],
  total: number,
  scope: AccountsSearch["choix"],
  setScope: (scope: AccountsSearch["choix"]) => void,
): Selection {
  const [byHand, setByHand] = useState<ReadonlySet<string>>(new Set());
  const onPage = page.map((account) => account.id);
  const chosen = scope === "page" ? new Set([...byHand, ...onPage]) : byHand;
  const set = (next: ReadonlySet<string>, nextScope?: AccountsSearch["choix"]) => {
    setByHand(next);
    if (nextScope !== scope) setScope(nextScope);
  };
  return {
    ids: scope === "tout" ? null : [...chosen],
    count: scope === "tout" ? total : chosen.size,
    isChosen: (id) => scope === "tout" || chosen.has(id),
    toggle: (id) => {
      const next = new Set(scope === "tout" ? onPage : chosen);
      if (!next.delete(id)) next.add(id);
      set(next);
    },
    choosePage: () => set(byHand, "page"),
    chooseAll: () => set(new Set(), "tout"),
    clear: () => set(new Set()),
  };
}
