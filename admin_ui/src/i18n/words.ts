import i18next, { type Namespace, type TFunction } from "i18next";
import { language } from "./language";

/**
 * Adds the words of a feature whose screens few users open: they come with the screen, not with the first load.
 * Called once, by the module of the words.
 */
export function addWords(feature: string, words: { fr: object; en: object }): void {
  const current = language();
  i18next.addResourceBundle(current, feature, words[current]);
}

// Cached, so that a component gets the same function at each render: the language never changes within a
// page.
const functions = new Map<unknown, unknown>();

/** The translation function of a feature: `const t = wordsOf("accounts/list")`, then `t("title")`. */
export function wordsOf<Name extends Namespace>(feature: Name): TFunction<Name> {
  if (!functions.has(feature)) functions.set(feature, i18next.getFixedT(null, feature));
  return functions.get(feature) as TFunction<Name>;
}
