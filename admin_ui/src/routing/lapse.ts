/** How long the session lasts (P5), by this machine's clock: until nothing is asked for too long, or its last end. */
import { useEffect, useState } from "react";
import { lastAnswer } from "../service/client";
import { sessionLost } from "../service/session";

/** What the service said of the session, and when it was read here. */
export type Told = { readAt: number; lapsesAt: string; endsAt: string };
/** `final`: its last end is what comes; nothing that is asked puts that off. */
export type Left = { seconds: number; final: boolean };

const WARNED_FOR = 120_000;
const WARNED_OF_THE_END_FOR = 300_000;
/** The service writes down once a minute only when it was last asked something. */
const SLACK = 60_000;

/** Null while the end is far. */
export function leftOf({ readAt, lapsesAt, endsAt }: Told, now: number): Left | null {
  const end = Date.parse(endsAt) - lastAnswer.ahead - now;
  const idle = Date.parse(lapsesAt) - lastAnswer.ahead - readAt;
  const lapse = lapsesAt === endsAt ? end : lastAnswer.at + idle - Math.min(SLACK, idle / 4) - now;
  const final = end <= lapse;
  const warned = final ? WARNED_OF_THE_END_FOR : Math.min(WARNED_FOR, idle / 4);
  const left = Math.min(end, lapse);
  return left > warned ? null : { seconds: Math.max(0, Math.ceil(left / 1000)), final };
}

/** Reckoned anew each second, and at once when a machine wakes or a tab comes back to the front. */
export function useLeft(told: Told): Left | null {
  const [left, setLeft] = useState<Left | null>(null);
  const { readAt, lapsesAt, endsAt } = told;
  useEffect(() => {
    const reckon = () => {
      const next = leftOf({ readAt, lapsesAt, endsAt }, Date.now());
      setLeft((last) => (last?.seconds === next?.seconds && last?.final === next?.final ? last : next));
      if (next?.seconds === 0) sessionLost.set(true);
    };
    reckon();
    const timer = setInterval(reckon, 1000);
    document.addEventListener("visibilitychange", reckon);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", reckon);
    };
  }, [readAt, lapsesAt, endsAt]);
  return left;
}
