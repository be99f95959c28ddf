/**
 * Which accounts are selected: individual ones, the whole page, or all that match. The scope is in the URL.
 */
import { useState } from "react";
import type { RowFragment } from "../../../gql/graphql";
import type { AccountsSearch } from "../search";

export type SelectedAccount = Pick<RowFragment, "id" | "identifier" | "firstName" | "lastName">;

export type Selection = {
  /** Null when all that match are selected: their ids are not all known here. */
  ids: string[] | null;
  count: number;
  /** Those selected one by one or with their page, also on other pages and in earlier searches. */
  accounts: SelectedAccount[];
  /** Those of them that the list does not show. */
  hidden: SelectedAccount[];
  isSelected: (id: string) => boolean;
  toggle: (id: string) => void;
  selectPage: () => void;
  selectAll: () => void;
  clear: () => void;
};

export function useSelection(
  page: SelectedAccount[],
  total: number,
  scope: AccountsSearch["choix"],
  setScope: (scope: AccountsSearch["choix"]) => void,
): Selection {
  const [picked, setPicked] = useState<ReadonlyMap<string, SelectedAccount>>(new Map());
  const onPage = new Map(page.map((account) => [account.id, account]));
  const selected = scope === "page" ? new Map([...picked, ...onPage]) : picked;
  const accounts = scope === "tout" ? [] : [...selected.values()];
  const update = (next: ReadonlyMap<string, SelectedAccount>, nextScope?: AccountsSearch["choix"]) => {
    setPicked(next);
    if (nextScope !== scope) setScope(nextScope);
  };
  return {
    ids: scope === "tout" ? null : [...selected.keys()],
    count: scope === "tout" ? total : selected.size,
    accounts,
    hidden: accounts.filter(({ id }) => !onPage.has(id)),
    isSelected: (id) => scope === "tout" || selected.has(id),
    toggle: (id) => {
      const next = new Map(scope === "tout" ? onPage : selected);
      const account = onPage.get(id);
      if (!next.delete(id) && account) next.set(id, account);
      update(next);
    },
    selectPage: () => update(picked, "page"),
    selectAll: () => update(new Map(), "tout"),
    clear: () => update(new Map()),
  };
}
