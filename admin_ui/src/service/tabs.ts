/** What the tabs of one browser, who share a session, tell each other. A tab does not hear itself. */
export type Told =
  | { kind: "answered"; at: number }
  | { kind: "signedIn"; accountId: string }
  | { kind: "signedOut" };

const channel = new BroadcastChannel("comptoir");

export function tell(told: Told): void {
  channel.postMessage(told);
}

/** Returns what ends the listening. */
export function hear(listener: (told: Told) => void): () => void {
  const heard = ({ data }: MessageEvent<Told>) => listener(data);
  channel.addEventListener("message", heard);
  return () => channel.removeEventListener("message", heard);
}
