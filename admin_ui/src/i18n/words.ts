/** The words of a feature: `const t = wordsOf("accounts")`, then `t("title")`. The language never changes in a page. */
import i18next, { type Namespace, type TFunction } from "i18next";

const known = new Map<unknown, unknown>();

export function wordsOf<Name extends Namespace>(feature: Name): TFunction<Name> {
  if (!known.has(feature)) known.set(feature, i18next.getFixedT(null, feature));
  return known.get(feature) as TFunction<Name>;
}
