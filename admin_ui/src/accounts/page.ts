import { todayInParis } from "../i18n/dates";
import { type AccountsSearch, matching, orderOf, sizeOf } from "./search";

/** Of the page that an address shows; the route asks for it while the screen's code is on its way. */
export function pageVariables(employerId: string, search: AccountsSearch) {
  const size = sizeOf(search);
  const { avant, apres } = search;
  const place = avant ? { last: size, before: avant } : { first: size, after: apres ?? null };
  return { employerId, ...matching(search, todayInParis()), orderBy: orderOf(search), ...place };
}
