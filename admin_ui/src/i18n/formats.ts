/** Dates, times and numbers in the user's language; times in the zone of Paris. */
import { locale } from "./language";

const DAY: Intl.DateTimeFormatOptions = { day: "2-digit", month: "2-digit", year: "numeric" };
const PARIS = { timeZone: "Europe/Paris" };
const UTC_DAY = { ...DAY, timeZone: "UTC" };
const PARIS_DAY = { ...DAY, ...PARIS };
const PARIS_MOMENT = { ...PARIS_DAY, hour: "2-digit", minute: "2-digit" } as const;
const UTC_MONTH = { month: "long", year: "numeric", timeZone: "UTC" } as const;

// Cached: making a format takes longer than a hundred uses of it, and a list has hundreds of dates.
const dateFormats = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();

/** `options`: one of the constants above. */
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const cached = dateFormats.get(options) ?? new Intl.DateTimeFormat(locale(), options);
  dateFormats.set(options, cached);
  return cached;
}

/** 03/12/2027, from the ISO date 2027-12-03, which has no time zone. */
export function formatDay(day: string): string {
  return dateFormat(UTC_DAY).format(new Date(`${day}T00:00:00Z`));
}

/** 03/12/2027: the day in Paris of an RFC 3339 date-time. */
export function formatDayOf(moment: string): string {
  return dateFormat(PARIS_DAY).format(new Date(moment));
}

/** 03/12/2027: the last day in Paris of what ends at a moment, such as 03/12 of what ends at midnight after it. */
export function formatLastDayBefore(moment: string): string {
  return formatDayOf(new Date(Date.parse(moment) - 1).toISOString());
}

/** 03/12/2027 14:05, in Paris, from an RFC 3339 date-time. */
export function formatMoment(moment: string): string {
  return dateFormat(PARIS_MOMENT).format(new Date(moment)).replace(",", "");
}

/** décembre 2027, from 2027-12. */
export function formatMonth(month: string): string {
  return dateFormat(UTC_MONTH).format(new Date(`${month}-01T00:00:00Z`));
}

export function formatNumber(number: number): string {
  return new Intl.NumberFormat(locale()).format(number);
}

/** "2 minutes", rounded up; below one minute, in seconds. */
export function formatDuration(seconds: number): string {
  const unit = seconds < 60 ? "second" : "minute";
  const format = new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" });
  return format.format(unit === "second" ? seconds : Math.ceil(seconds / 60));
}

/** 266 000 024 00017, from 14 digits: the parts stay on one line. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(.{3})(.{3})(.{3})(.*)$/, "$1\u00a0$2\u00a0$3\u00a0$4");
}

/** The current ISO date in Paris, such as 2027-12-03. */
export function todayInParis(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", {
    ...PARIS,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
}

/** 14:05, in Paris, from an RFC 3339 date-time. */
export function formatTime(moment: string): string {
  return new Intl.DateTimeFormat(locale(), { ...PARIS, hour: "2-digit", minute: "2-digit" }).format(
    new Date(moment),
  );
}

/** Days from today in Paris to an ISO date; negative once it is past. */
export function daysUntil(day: string, now: Date = new Date()): number {
  return Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${todayInParis(now)}T00:00:00Z`)) / 86_400_000,
  );
}
