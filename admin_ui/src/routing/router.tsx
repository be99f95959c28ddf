/** The routes of the panel. What a screen shows (search, page, open dialog) is in its URL. */

import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ParsedLocation,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { parseCreationSearch } from "../accounts/create/search";
import { pageVariables } from "../accounts/list/pageVariables";
import { parseAccountsSearch } from "../accounts/list/search";
import { parseAccountSearch } from "../accounts/modify/search";
import { markNavigation } from "../design/page/screens";
import { parseEmployersSearch } from "../employers/list/search";
import { parseEmployerSearch } from "../employers/own/search";
import { AccountsDocument } from "../gql/graphql";
import { parseHistorySearch } from "../history/search";
import { parseRegistrationSearch } from "../registrations/register/search";
import { parseSuccessionSearch } from "../registrations/succession/search";
import { employerQuery, queryClient, queryFor, type Viewer, viewerQuery } from "../service/queries";
import { parseSearchParams, type SearchParams, stringifySearchParams } from "../service/searchParams";
import { employerOf, isAdministrator } from "../service/viewer";
import { Root } from "./Root";
import { NotFound, RouteFailure, StandaloneRouteFailure } from "./RouteFailure";
import { Shell } from "./Shell";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/connexion",
  validateSearch: (search: SearchParams): { vers?: string } => (search.vers ? { vers: search.vers } : {}),
  component: lazyRouteComponent(() => import("../sign_in/SignIn"), "SignIn"),
  errorComponent: StandaloneRouteFailure,
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: "/mot-de-passe-oublie",
  component: lazyRouteComponent(() => import("../password/ForgottenPassword"), "ForgottenPassword"),
  errorComponent: StandaloneRouteFailure,
});
const newPassword = createRoute({
  getParentRoute: () => root,
  path: "/mot-de-passe",
  component: lazyRouteComponent(() => import("../password/NewPassword"), "NewPassword"),
  errorComponent: StandaloneRouteFailure,
});

const personalData = createRoute({
  getParentRoute: () => root,
  path: "/donnees-personnelles",
  component: lazyRouteComponent(() => import("../information/Information"), "PersonalData"),
  errorComponent: StandaloneRouteFailure,
});
const registration = createRoute({
  getParentRoute: () => root,
  path: "/inscription",
  validateSearch: parseRegistrationSearch,
  component: lazyRouteComponent(() => import("../registrations/register/Registration"), "Registration"),
  errorComponent: StandaloneRouteFailure,
});
const followed = createRoute({
  getParentRoute: () => root,
  path: "/inscription/suivi",
  component: lazyRouteComponent(() => import("../registrations/follow/FollowedRequest"), "FollowedRequest"),
  errorComponent: StandaloneRouteFailure,
});
const succession = createRoute({
  getParentRoute: () => root,
  path: "/succession",
  validateSearch: parseSuccessionSearch,
  component: lazyRouteComponent(() => import("../registrations/succession/Succession"), "Succession"),
  errorComponent: StandaloneRouteFailure,
});

/** The same URL for the viewer's own employer, for a URL that names none (E5). */
function withEmployer(viewer: Viewer, { pathname, search, hash, state }: ParsedLocation) {
  const etablissement = viewer.account?.employer.contractNumber;
  return { to: pathname, search: { ...search, etablissement }, hash, state, replace: true };
}

/** The routes that need a session: anyone else is redirected to the sign-in screen, and from there back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  // Every link keeps the employer that the tab is for (E5).
  validateSearch: ({ etablissement }: SearchParams): { etablissement?: string } =>
    etablissement ? { etablissement } : {},
  search: { middlewares: [retainSearchParams(["etablissement"])] },
  beforeLoad: async ({ context, location, search }) => {
    const { etablissement } = search;
    const [{ viewer }] = await Promise.all([
      context.queryClient.ensureQueryData(viewerQuery()),
      etablissement ? context.queryClient.ensureQueryData(employerQuery(etablissement)) : null,
    ]);
    if (viewer.kind !== "ACCOUNT") {
      throw redirect({ to: "/connexion", search: location.href === "/" ? {} : { vers: location.href } });
    }
    if (isAdministrator(viewer) && !etablissement) throw redirect(withEmployer(viewer, location));
  },
  component: Shell,
  errorComponent: StandaloneRouteFailure,
});
const dashboard = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("../dashboard/Dashboard"), "Dashboard"),
});
const accounts = createRoute({
  getParentRoute: () => inside,
  path: "/comptes",
  validateSearch: parseAccountsSearch,
  loaderDeps: ({ search }) => search,
  // Loads the data in parallel with the screen's code. Not awaited: the screen itself shows an error.
  loader: ({ context, deps }) => {
    const acting = context.queryClient.getQueryData(employerQuery(deps.etablissement ?? "").queryKey);
    const employer = acting && employerOf(acting);
    if (employer)
      void context.queryClient.prefetchQuery(queryFor(AccountsDocument, pageVariables(employer.id, deps)));
  },
  component: lazyRouteComponent(() => import("../accounts/list/Accounts"), "Accounts"),
});
const creation = createRoute({
  getParentRoute: () => inside,
  path: "/comptes/nouveau",
  validateSearch: parseCreationSearch,
  component: lazyRouteComponent(() => import("../accounts/create/Creation"), "Creation"),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: "/comptes/$identifier",
  validateSearch: parseAccountSearch,
  component: lazyRouteComponent(() => import("../accounts/modify/Account"), "Account"),
});
const printed = createRoute({
  getParentRoute: () => inside,
  path: "/comptes/$identifier/imprimer",
  component: lazyRouteComponent(() => import("../accounts/create/PrintedIdentifier"), "PrintedIdentifier"),
});
const history = createRoute({
  getParentRoute: () => inside,
  path: "/historique",
  validateSearch: parseHistorySearch,
  component: lazyRouteComponent(() => import("../history/History"), "History"),
});
const employers = createRoute({
  getParentRoute: () => inside,
  path: "/employeurs",
  validateSearch: parseEmployersSearch,
  component: lazyRouteComponent(() => import("../employers/list/Employers"), "Employers"),
});
const employerPage = createRoute({
  getParentRoute: () => inside,
  path: "/etablissement",
  validateSearch: parseEmployerSearch,
  component: lazyRouteComponent(() => import("../employers/own/EmployerPage"), "EmployerPage"),
});
const ownAccount = createRoute({
  getParentRoute: () => inside,
  path: "/mon-compte",
  component: lazyRouteComponent(() => import("../own_account/OwnAccount"), "OwnAccount"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgotten,
    newPassword,
    personalData,
    registration,
    followed,
    succession,
    inside.addChildren([
      dashboard,
      accounts,
      creation,
      account,
      printed,
      history,
      employers,
      employerPage,
      ownAccount,
    ]),
  ]),
  context: { queryClient },
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: RouteFailure,
  defaultPreload: "intent",
  defaultPendingMs: 300,
  scrollRestoration: true,
  parseSearch: parseSearchParams,
  stringifySearch: stringifySearchParams,
});

router.subscribe("onBeforeNavigate", ({ fromLocation }) => {
  if (fromLocation) markNavigation();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  /**
   * Passed from one screen to the next outside the URL: the identifier to sign in with, a success message, and
   * the address to which an e-mail leaves.
   */
  interface HistoryState {
    identifier?: string;
    done?: string;
    email?: string;
  }
}
