/** What screen readers say without anything else being shown: the result of an action that leads elsewhere. */
import { useSyncExternalStore } from "react";

let announcement = "";
const listeners = new Set<() => void>();

export function announce(text: string): void {
  announcement = text;
  for (const listener of listeners) listener();
}

/** The region is always in the page, since a region that appears with its text is not announced. */
export function Announcements() {
  const text = useSyncExternalStore(subscribe, () => announcement);
  return (
    <p role="status" className="visually-hidden no-print">
      {text}
    </p>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
