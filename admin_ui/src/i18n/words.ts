import i18next, { type Namespace, type TFunction } from "i18next";

// Cached, so that a component gets the same function at each render: the language never changes within a
// page.
const functions = new Map<unknown, unknown>();

/** The translation function of a feature: `const t = wordsOf("accounts/list")`, then `t("title")`. */
export function wordsOf<Name extends Namespace>(feature: Name): TFunction<Name> {
  if (!functions.has(feature)) functions.set(feature, i18next.getFixedT(null, feature));
  return functions.get(feature) as TFunction<Name>;
}
