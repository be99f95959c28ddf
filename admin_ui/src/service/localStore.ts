/**
 * What this browser remembers for one account from one visit to the next: employers by name and number, nothing of
 * their accounts. All tabs share it.
 */
import { useSyncExternalStore } from "react";

export type LocalStore<Value> = {
  read: (accountId: string) => Value | null;
  /** Null forgets. A full or forbidden storage only means that nothing is remembered. */
  write: (accountId: string, value: Value | null) => void;
  use: (accountId: string) => Value | null;
};

/** `name`: the key, to which the account is added. `isValid`: whether what was stored still has this form. */
export function localStore<Value>(
  name: string,
  isValid: (value: unknown) => value is Value,
): LocalStore<Value> {
  const listeners = new Set<() => void>();
  const parsed = new Map<string, { text: string | null; value: Value | null }>();
  const read = (accountId: string): Value | null => {
    const key = `comptoir.${name}.${accountId}`;
    const text = storedText(key);
    const last = parsed.get(key);
    if (last && last.text === text) return last.value;
    const value = parse(text, isValid);
    parsed.set(key, { text, value });
    return value;
  };
  const write = (accountId: string, value: Value | null) => {
    const key = `comptoir.${name}.${accountId}`;
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    window.addEventListener("storage", listener); // another tab has written
    return () => {
      listeners.delete(listener);
      window.removeEventListener("storage", listener);
    };
  };
  const use = (accountId: string) => useSyncExternalStore(subscribe, () => read(accountId));
  return { read, write, use };
}

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parse<Value>(text: string | null, isValid: (value: unknown) => value is Value): Value | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
}
