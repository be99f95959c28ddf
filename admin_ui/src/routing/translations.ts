/**
 * The words of every feature, by namespace, typed for i18next: a key that does not exist does not compile. Those
 * of which only the type is imported come with their screens (`addWords`).
 */
import * as accounts_bulk from "../accounts/bulk/words";
import type * as accounts_create from "../accounts/create/words";
import * as accounts_details from "../accounts/details/words";
import * as accounts_list from "../accounts/list/words";
import * as accounts_modify from "../accounts/modify/words";
import * as accounts_rights from "../accounts/rights/words";
import * as dashboard from "../dashboard/words";
import * as design from "../design/words";
import type * as employers_list from "../employers/list/words";
import type * as employers_mandates from "../employers/mandates/words";
import type * as employers_overview from "../employers/overview/words";
import type * as employers_own from "../employers/own/words";
import type * as employers_renewal from "../employers/renewal/words";
import type * as employers_switcher from "../employers/switcher/words";
import * as employers from "../employers/words";
import type * as exploitation from "../exploitation/words";
import * as history from "../history/words";
import * as glossary from "../i18n/glossary";
import type * as information from "../information/words";
import type * as own_account from "../own_account/words";
import * as password from "../password/words";
import type * as registrations_follow from "../registrations/follow/words";
import type * as registrations_form from "../registrations/form/words";
import type * as registrations_register from "../registrations/register/words";
import type * as registrations_succession from "../registrations/succession/words";
import * as service from "../service/words";
import * as sign_in from "../sign_in/words";
import * as routing from "./words";

/** A namespace is the folder that holds its words. */
export const translations = {
  "accounts/bulk": accounts_bulk,
  "accounts/details": accounts_details,
  "accounts/list": accounts_list,
  "accounts/modify": accounts_modify,
  "accounts/rights": accounts_rights,
  dashboard,
  design,
  employers,
  glossary,
  history,
  password,
  routing,
  service,
  sign_in,
};

type Translations = typeof translations & {
  own_account: typeof own_account;
  information: typeof information;
  "accounts/create": typeof accounts_create;
  "employers/list": typeof employers_list;
  "employers/renewal": typeof employers_renewal;
  "employers/switcher": typeof employers_switcher;
  "employers/mandates": typeof employers_mandates;
  "employers/own": typeof employers_own;
  "employers/overview": typeof employers_overview;
  "registrations/follow": typeof registrations_follow;
  "registrations/form": typeof registrations_form;
  "registrations/register": typeof registrations_register;
  "registrations/succession": typeof registrations_succession;
};
/** The operators' pages, a build of its own, start i18next with their own words. */
export type Resources = { [Name in keyof Translations]: Translations[Name]["fr"] } & {
  exploitation: typeof exploitation.fr;
};

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "glossary";
    resources: Resources;
  }
}
