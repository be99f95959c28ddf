/**
 * Messages between the tabs of one browser, which share a session. A tab does not receive its own messages.
 */
export type TabMessage =
  | { kind: "responded"; at: number }
  | { kind: "signedIn"; accountId: string }
  | { kind: "signedOut" };

const channel = new BroadcastChannel("comptoir");

export function publish(message: TabMessage): void {
  channel.postMessage(message);
}

/** Returns a function that unsubscribes. */
export function subscribe(listener: (message: TabMessage) => void): () => void {
  const onMessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
  channel.addEventListener("message", onMessage);
  return () => channel.removeEventListener("message", onMessage);
}
