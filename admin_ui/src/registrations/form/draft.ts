/** What is typed into a form, stored in this tab so that a reload loses nothing. */
import { useState } from "react";
import { isBlank, NO_VALUES, type Values } from "./fields";

export type Draft = {
  values: Values;
  /** Of the saved form that this goes on with; empty if there is none. */
  token: string;
  /** Where the link of the saved form was sent. */
  savedFor: string;
};

const EMPTY: Draft = { values: NO_VALUES, token: "", savedFor: "" };

/** `resumed`: something that was typed before was restored from the tab's storage. */
export function useDraft(form: "registration" | "succession") {
  const storageKey = `comptoir.draft.${form}`;
  const [restored] = useState(() => storedDraft(storageKey));
  const [draft, setDraft] = useState(restored);
  const change = (next: Draft) => {
    setDraft(next);
    sessionStorage.setItem(storageKey, JSON.stringify(next));
  };
  const discard = () => {
    setDraft(EMPTY);
    sessionStorage.removeItem(storageKey);
  };
  return { draft, change, discard, resumed: !isBlank(restored.values) };
}

function storedDraft(storageKey: string): Draft {
  const text = sessionStorage.getItem(storageKey);
  if (text === null) return EMPTY;
  const stored = JSON.parse(text) as Partial<Draft>;
  return { ...EMPTY, ...stored, values: { ...NO_VALUES, ...stored.values } };
}
