/** Starts i18next with the words that it is passed; routing/translations.ts merges those of all features. */
import i18next, { type PostProcessorModule } from "i18next";
import { language } from "./language";

/** By namespace, the words of each feature in both languages. */
export type Words = Record<string, { fr: object; en: object }>;

/** French typography: a no-break space before : ; ? ! » and after «. */
const frenchSpacing: PostProcessorModule = {
  type: "postProcessor",
  name: "frenchSpacing",
  process: (text: string) => text.replace(/ (?=[:;?!»])|(?<=«) /g, "\u00a0"),
};

export function startI18n(words: Words): void {
  const current = language();
  document.documentElement.lang = current;
  const namespaces = Object.entries(words).map(([name, translations]) => [name, translations[current]]);
  void i18next.use(frenchSpacing).init({
    postProcess: current === "fr" ? [frenchSpacing.name] : [],
    lng: current,
    ns: Object.keys(words),
    defaultNS: "glossary",
    resources: { [current]: Object.fromEntries(namespaces) },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  });
}
