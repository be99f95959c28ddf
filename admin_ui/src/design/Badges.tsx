import { CircleCheck, CircleX, Clock, ShieldCheck, Trash2, User } from "lucide-react";
import type { AccountStatus, Profile } from "../gql/graphql";
import { wordsOf } from "../i18n/words";

const LOOKS = {
  ACTIVE: ["success", CircleCheck],
  PENDING: ["warning", Clock],
  EXPIRED: ["danger", CircleX],
  DELETED: ["neutral", Trash2],
} as const;

/** Colour is never alone: a shape and a word go with it. */
export function StatusBadge({ status }: { status: AccountStatus }) {
  const t = wordsOf("glossary");
  const [look, Icon] = LOOKS[status];
  return (
    <span className={`badge ${look}`}>
      <Icon size={16} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}

export function ProfileBadge({ profile }: { profile: Profile }) {
  const t = wordsOf("glossary");
  const administrator = profile === "ADMINISTRATOR";
  const Icon = administrator ? ShieldCheck : User;
  return (
    <span className={`badge plain ${administrator ? "strong" : ""}`}>
      <Icon size={16} aria-hidden />
      {t(`profile.${profile}`)}
    </span>
  );
}
