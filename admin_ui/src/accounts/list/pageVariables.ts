import { todayInParis } from "../../i18n/formats";
import { type AccountsSearch, criteriaOf, orderByOf, pageSizeOf } from "./search";

/** The variables of the page that the URL shows; the route loads it before the screen's code has arrived. */
export function pageVariables(employerId: string, search: AccountsSearch) {
  const pageSize = pageSizeOf(search);
  const { avant, apres } = search;
  const window = avant ? { last: pageSize, before: avant } : { first: pageSize, after: apres ?? null };
  return { employerId, ...criteriaOf(search, todayInParis()), orderBy: orderByOf(search), ...window };
}
