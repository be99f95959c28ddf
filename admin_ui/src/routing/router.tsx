/** The routes of the panel. What a screen shows (search, page, open dialog) is in its URL. */

import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { parseCreationSearch } from "../accounts/create/search";
import { pageVariables } from "../accounts/list/pageVariables";
import { parseAccountsSearch } from "../accounts/list/search";
import { parseAccountSearch } from "../accounts/modify/search";
import { markNavigation } from "../design/page/screens";
import { AccountsDocument } from "../gql/graphql";
import { parseHistorySearch } from "../history/search";
import { parseRegistrationSearch } from "../registrations/register/search";
import { parseSuccessionSearch } from "../registrations/succession/search";
import { queryClient, queryFor, viewerQuery } from "../service/queries";
import { parseSearchParams, type SearchParams, stringifySearchParams } from "../service/searchParams";
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

/** The routes that need a session: anyone else is redirected to the sign-in screen, and from there back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  // Every link keeps the employer for which the user acts (E1).
  validateSearch: ({ etablissement }: SearchParams): { etablissement?: string } =>
    etablissement ? { etablissement } : {},
  search: { middlewares: [retainSearchParams(["etablissement"])] },
  beforeLoad: async ({ context, location }) => {
    const data = await context.queryClient.ensureQueryData(viewerQuery());
    if (data.viewer.kind !== "ACCOUNT") {
      throw redirect({ to: "/connexion", search: location.href === "/" ? {} : { vers: location.href } });
    }
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
    const employers = context.queryClient.getQueryData(viewerQuery().queryKey)?.viewer.employers ?? [];
    const employer =
      employers.find((candidate) => candidate.contractNumber === deps.etablissement) ?? employers[0];
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
    inside.addChildren([dashboard, accounts, creation, account, printed, history, ownAccount]),
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
