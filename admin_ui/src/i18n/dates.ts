/** Days and moments as people write them: 03/12/2027, in Paris. */
import { locale } from "./language";

const DAY: Intl.DateTimeFormatOptions = { day: "2-digit", month: "2-digit", year: "numeric" };
const ZONE = { timeZone: "Europe/Paris" };

/** An ISO day, such as 2027-12-03; a day has no zone. */
export function shownDay(day: string): string {
  return new Intl.DateTimeFormat(locale(), { ...DAY, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** The day of an RFC 3339 moment, in Paris. */
export function shownDayOf(moment: string): string {
  return new Intl.DateTimeFormat(locale(), { ...DAY, ...ZONE }).format(new Date(moment));
}

/** 03/12/2027 14:05, in Paris. */
export function shownMoment(moment: string): string {
  const form = new Intl.DateTimeFormat(locale(), { ...DAY, ...ZONE, hour: "2-digit", minute: "2-digit" });
  return form.format(new Date(moment)).replace(",", "");
}

/** décembre 2027, from 2027-12. */
export function shownMonth(month: string): string {
  const form = new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" });
  return form.format(new Date(`${month}-01T00:00:00Z`));
}

export function shownNumber(number: number): string {
  return new Intl.NumberFormat(locale()).format(number);
}

/** How long is left: in minutes, then in seconds. */
export function shownDuration(seconds: number): string {
  const unit = seconds < 60 ? "second" : "minute";
  const form = new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" });
  return form.format(unit === "second" ? seconds : Math.ceil(seconds / 60));
}

/** Today in Paris, such as 2027-12-03. */
export function todayInParis(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", {
    ...ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
}

/** 14:05, in Paris. */
export function shownTime(moment: string): string {
  return new Intl.DateTimeFormat(locale(), { ...ZONE, hour: "2-digit", minute: "2-digit" }).format(
    new Date(moment),
  );
}

/** From today in Paris; negative once it is over. */
export function daysUntil(day: string, now: Date = new Date()): number {
  return Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${todayInParis(now)}T00:00:00Z`)) / 86_400_000,
  );
}
