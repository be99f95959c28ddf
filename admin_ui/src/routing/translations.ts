/** The words of every feature, typed: a key that does not exist does not compile. */
import i18next, { type PostProcessorModule } from "i18next";
import * as account from "../account/words";
import * as accounts from "../accounts/words";
import * as creation from "../creation/words";
import * as dashboard from "../dashboard/words";
import * as design from "../design/words";
import * as history from "../history/words";
import * as glossary from "../i18n/glossary";
import { language } from "../i18n/language";
import * as app from "../layout/words";
import * as own_account from "../own_account/words";
import * as password from "../password/words";
import * as rights from "../rights/words";
import * as sign_in from "../sign_in/words";

const features = {
  account,
  accounts,
  app,
  creation,
  dashboard,
  design,
  glossary,
  history,
  own_account,
  password,
  rights,
  sign_in,
};
type Features = typeof features;
export type Resources = { [Name in keyof Features]: Features[Name]["fr"] };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: Resources;
  }
}

function words(which: "fr" | "en") {
  return Object.fromEntries(Object.entries(features).map(([name, feature]) => [name, feature[which]]));
}

/** French wants a space before these signs, at which no line breaks. */
const spaced: PostProcessorModule = {
  type: "postProcessor",
  name: "spaced",
  process: (text: string) => text.replace(/ (?=[:;?!»])|(?<=«) /g, "\u00a0"),
};

export function startI18n(): void {
  document.documentElement.lang = language();
  void i18next.use(spaced).init({
    postProcess: language() === "fr" ? [spaced.name] : [],
    lng: language(),
    ns: Object.keys(features),
    defaultNS: "app",
    resources: { [language()]: words(language()) },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  });
}
