/**
 * Whether the session has ended while a page is open: the page stays as it is, and a dialog asks to sign in.
 */
import { useSyncExternalStore } from "react";

type Listener = () => void;

function observableFlag() {
  let value = false;
  const listeners = new Set<Listener>();
  return {
    get: () => value,
    set(next: boolean) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: Listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const sessionEnded = observableFlag();

export function useSessionEnded(): boolean {
  return useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get);
}
