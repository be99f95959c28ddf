import { CircleCheck, CircleX, Clock, ShieldCheck, Trash2, User } from "lucide-react";
import type { AccountStatus, Profile } from "../gql/graphql";
import { wordsOf } from "../i18n/words";

const STATUS_STYLES = {
  ACTIVE: ["success", CircleCheck],
  PENDING: ["warning", Clock],
  EXPIRED: ["danger", CircleX],
  DELETED: ["neutral", Trash2],
} as const;

/** An icon and a word go with the colour, which is never the only sign. `label`: another word, such as a plural. */
export function StatusBadge({ status, label }: { status: AccountStatus; label?: string }) {
  const t = wordsOf("glossary");
  const [variant, Icon] = STATUS_STYLES[status];
  return (
    <span className={`badge ${variant}`}>
      <Icon size={16} aria-hidden />
      {label ?? t(`status.${status}`)}
    </span>
  );
}

export function ProfileBadge({ profile, label }: { profile: Profile; label?: string }) {
  const t = wordsOf("glossary");
  const isAdministrator = profile === "ADMINISTRATOR";
  const Icon = isAdministrator ? ShieldCheck : User;
  return (
    <span className={`badge plain ${isAdministrator ? "strong" : ""}`}>
      <Icon size={16} aria-hidden />
      {label ?? t(`profile.${profile}`)}
    </span>
  );
}
