/** A phone the French way: +33241051938 → 02 41 05 19 38; a foreign one stays as it is (A3). */
export function shownPhone(e164: string | null | undefined): string {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(e164 ?? "");
  return french ? `0${french.slice(1).join(" ")}` : (e164 ?? "");
}
