import { todayInParis } from "../../i18n/formats";
import { pageSizeOf } from "./pageSize";
import { type AccountsSearch, criteriaOf, orderByOf } from "./search";

/** The variables of the page that the URL shows; the route loads it before the screen's code has arrived. */
export function pageVariables(employerId: string, search: AccountsSearch) {
  const pageSize = Number(pageSizeOf(search));
  const { avant, apres } = search;
  const window = avant ? { last: pageSize, before: avant } : { first: pageSize, after: apres ?? null };
  return { employerId, ...criteriaOf(search, todayInParis()), orderBy: orderByOf(search), ...window };
}
