/**
 * Which accounts are selected: individual ones, the whole page, or all that match. The scope is in the URL.
 */
import { useState } from "react";
import type { AccountsSearch } from "./search";

export type Selection = {
  /** Null when all that match are selected: their ids are not all known here. */
  ids: string[] | null;
  count: number;
  isSelected: (id: string) => boolean;
  toggle: (id: string) => void;
  selectPage: () => void;
  selectAll: () => void;
  clear: () => void;
};

export function useSelection(
  page: { id: string }[],
  total: number,
  scope: AccountsSearch["choix"],
  setScope: (scope: AccountsSearch["choix"]) => void,
): Selection {
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const pageIds = page.map((account) => account.id);
  const selected = scope === "page" ? new Set([...selectedIds, ...pageIds]) : selectedIds;
  const update = (next: ReadonlySet<string>, nextScope?: AccountsSearch["choix"]) => {
    setSelectedIds(next);
    if (nextScope !== scope) setScope(nextScope);
  };
  return {
    ids: scope === "tout" ? null : [...selected],
    count: scope === "tout" ? total : selected.size,
    isSelected: (id) => scope === "tout" || selected.has(id),
    toggle: (id) => {
      const next = new Set(scope === "tout" ? pageIds : selected);
      if (!next.delete(id)) next.add(id);
      update(next);
    },
    selectPage: () => update(selectedIds, "page"),
    selectAll: () => update(new Set(), "tout"),
    clear: () => update(new Set()),
  };
}
