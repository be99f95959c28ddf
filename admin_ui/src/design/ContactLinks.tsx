import { formatPhone } from "../i18n/phone";

export function EmailLink({ email }: { email: string }) {
  // Some characters that an address may hold, such as "?", have a meaning of their own in a link.
  return <a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}>{email}</a>;
}

/** `phone`: E.164. */
export function PhoneLink({ phone }: { phone: string }) {
  return <a href={`tel:${phone}`}>{formatPhone(phone)}</a>;
}
