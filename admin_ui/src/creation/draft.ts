/** What was typed of an account that does not exist yet: kept in this tab, so that a reload loses nothing. */
import { useState } from "react";
import type { Civility, Profile } from "../gql/graphql";
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
  /** The service has found these details right. */
  checked: boolean;
  /** The same for every try, so that two clicks or a lost answer never make two accounts. */
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
  key: crypto.randomUUID(),
});

/** Of this person, for this employer. `resumed`: there was one already. */
export function useDraft(accountId: string, employerId: string) {
  const name = `comptoir.draft.creation.${accountId}.${employerId}`;
  const [kept] = useState(() => stored(name));
  const [draft, setDraft] = useState<Draft>(() => kept ?? emptyDraft());
  const change = (next: Draft) => {
    setDraft(next);
    sessionStorage.setItem(name, JSON.stringify(next));
  };
  const discard = () => {
    sessionStorage.removeItem(name);
    setDraft(emptyDraft());
  };
  return { draft, change, discard, resumed: kept !== null };
}

function stored(name: string): Draft | null {
  const text = sessionStorage.getItem(name);
  return text === null ? null : { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) };
}

/** As the service takes them; empty lines and fields are left out. */
export function detailsOf(draft: Draft) {
  const { civility, lastName, firstName, email, phone, department, profile, address } = draft;
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
  };
}
