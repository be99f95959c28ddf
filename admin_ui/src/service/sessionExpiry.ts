/** When the session expires (P5), by this machine's clock: at the idle limit or at the absolute limit. */
import { useEffect, useState } from "react";
import { lastResponse } from "./client";
import { sessionEnded } from "./sessionEnded";

/** The session's limits as the service returned them: idle (`lapsesAt`), absolute (`endsAt`).
 * `readAt`: when the response was read, in milliseconds of this machine's clock. */
export type SessionTimes = { readAt: number; lapsesAt: string; endsAt: string };
/** `final`: the absolute limit comes first, which no request extends. */
export type TimeLeft = { seconds: number; final: boolean };

const IDLE_WARNING_MS = 120_000;
const FINAL_WARNING_MS = 300_000;
/**
 * The service records the time of the last request once a minute only, so that the session may lapse this
 * much earlier.
 */
const RECORDING_INTERVAL_MS = 60_000;

/** Null as long as it is too early to warn. `now` in milliseconds. */
export function timeLeftAt({ readAt, lapsesAt, endsAt }: SessionTimes, now: number): TimeLeft | null {
  const untilEnd = Date.parse(endsAt) - lastResponse.clockOffset - now;
  const idleLimit = Date.parse(lapsesAt) - lastResponse.clockOffset - readAt;
  const untilLapse =
    lapsesAt === endsAt
      ? untilEnd
      : lastResponse.at + idleLimit - Math.min(RECORDING_INTERVAL_MS, idleLimit / 4) - now;
  const final = untilEnd <= untilLapse;
  const warning = final ? FINAL_WARNING_MS : Math.min(IDLE_WARNING_MS, idleLimit / 4);
  const left = Math.min(untilEnd, untilLapse);
  return left > warning ? null : { seconds: Math.max(0, Math.ceil(left / 1000)), final };
}

/** Computed again each second, and at once when the machine wakes or the tab becomes visible. */
export function useTimeLeft(times: SessionTimes): TimeLeft | null {
  const [timeLeft, setTimeLeft] = useState<TimeLeft | null>(null);
  const { readAt, lapsesAt, endsAt } = times;
  useEffect(() => {
    const update = () => {
      const next = timeLeftAt({ readAt, lapsesAt, endsAt }, Date.now());
      setTimeLeft((last) => (last?.seconds === next?.seconds && last?.final === next?.final ? last : next));
      if (next?.seconds === 0) sessionEnded.set(true);
    };
    update();
    const timer = setInterval(update, 1000);
    document.addEventListener("visibilitychange", update);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", update);
    };
  }, [readAt, lapsesAt, endsAt]);
  return timeLeft;
}
