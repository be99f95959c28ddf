import { wordsOf } from "../../i18n/words";

export type Step = 1 | 2 | 3;
const LABELS = { 1: "details", 2: "rights", 3: "identifier" } as const;

/** Such as "Étape 2 sur 3 : Droits d’accès". */
export function stepTitle(step: Step): string {
  const t = wordsOf("accounts/create");
  return t("stepOf", { step, label: t(LABELS[step]) });
}
