/** How many requests wait for their response, so that a slow line is seen to work. */
import { useSyncExternalStore } from "react";

let waiting = 0;
const listeners = new Set<() => void>();

/** Counts the request until it has ended, whether it failed or not. */
export async function counted<Result>(request: () => Promise<Result>): Promise<Result> {
  update(1);
  try {
    return await request();
  } finally {
    update(-1);
  }
}

export function useIsWaiting(): boolean {
  return useSyncExternalStore(subscribe, () => waiting > 0);
}

function update(change: 1 | -1): void {
  waiting += change;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
