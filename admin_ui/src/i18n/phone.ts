/** An E.164 number: a French one in pairs, +33241051938 → 02 41 05 19 38; a foreign one unchanged (A3). */
export function formatPhone(e164: string | null | undefined): string {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(e164 ?? "");
  return french ? `0${french.slice(1).join(" ")}` : (e164 ?? "");
}
