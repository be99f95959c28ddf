/** The form of an account that is being created, stored in this tab so that a reload loses nothing. */
import { useState } from "react";
import type { Civility, Profile } from "../../gql/graphql";
import type { Levels } from "../rights/levels";

export type Draft = {
  civility: Civility | null;
  lastName: string;
  firstName: string;
  email: string;
  phone: string;
  department: string;
  profile: Profile;
  address: string;
  levels: Levels;
  /** Whether the dry run accepted these details. */
  checked: boolean;
  /** Whether the administrator has confirmed that these details are not those of an existing account. */
  allowDuplicate: boolean;
  /**
   * The idempotency key: the same at each attempt, so that a second click or a lost response never creates
   * two accounts.
   */
  key: string;
};

export const emptyDraft = (): Draft => ({
  civility: null,
  lastName: "",
  firstName: "",
  email: "",
  phone: "",
  department: "",
  profile: "USER",
  address: "",
  levels: {},
  checked: false,
  allowDuplicate: false,
  key: crypto.randomUUID(),
});

/** The draft of this administrator for this employer. `resumed`: it was restored from the tab's storage. */
export function useDraft(accountId: string, employerId: string) {
  const storageKey = `comptoir.draft.creation.${accountId}.${employerId}`;
  const [restored] = useState(() => storedDraft(storageKey));
  const [draft, setDraft] = useState<Draft>(() => restored ?? emptyDraft());
  const change = (next: Draft) => {
    setDraft(next);
    sessionStorage.setItem(storageKey, JSON.stringify(next));
  };
  /** For the next form; this one keeps its values until it closes. */
  const forget = () => sessionStorage.removeItem(storageKey);
  const discard = () => {
    forget();
    setDraft(emptyDraft());
  };
  return { draft, change, forget, discard, resumed: restored !== null };
}

function storedDraft(storageKey: string): Draft | null {
  const text = sessionStorage.getItem(storageKey);
  return text === null ? null : { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) };
}

/** The details as the service's input, without empty fields and lines. */
export function detailsInput(draft: Draft) {
  const { civility, lastName, firstName, email, phone, department, profile, address, allowDuplicate } = draft;
  const lines = address.split("\n").filter((line) => line.trim() !== "");
  return {
    civility,
    lastName,
    firstName,
    email,
    phone: phone.trim() || null,
    department: department.trim() || null,
    profile,
    professionalAddress: lines.length > 0 ? lines : null,
    allowDuplicate,
  };
}
