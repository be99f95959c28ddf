/** Whether the session has ended under the reader's hands: what was typed stays, a dialog asks to sign in. */
import { useSyncExternalStore } from "react";

type Listener = () => void;

function flag() {
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

export const sessionLost = flag();

export function useSessionLost(): boolean {
  return useSyncExternalStore(sessionLost.subscribe, sessionLost.get);
}
