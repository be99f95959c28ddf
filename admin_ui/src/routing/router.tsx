/** The addresses of the panel. What a screen shows (search, page, open dialog) is in its address. */

import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { accountSearch } from "../account/search";
import { pageVariables } from "../accounts/page";
import { accountsSearch } from "../accounts/search";
import { creationSearch } from "../creation/search";
import { AccountsDocument } from "../gql/graphql";
import { historySearch } from "../history/search";
import { FailureAlone, NotFound, RouteFailure } from "../layout/Failure";
import { asked, queryClient, viewer } from "../service/queries";
import { parsed, type Search, stringified } from "../service/search";
import { Root } from "./Root";
import { Shell } from "./Shell";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/connexion",
  validateSearch: (search: Search): { vers?: string } => (search.vers ? { vers: search.vers } : {}),
  component: lazyRouteComponent(() => import("../sign_in/SignIn"), "SignIn"),
  errorComponent: FailureAlone,
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: "/mot-de-passe-oublie",
  component: lazyRouteComponent(() => import("../password/Forgotten"), "Forgotten"),
  errorComponent: FailureAlone,
});
const newPassword = createRoute({
  getParentRoute: () => root,
  path: "/mot-de-passe",
  component: lazyRouteComponent(() => import("../password/NewPassword"), "NewPassword"),
  errorComponent: FailureAlone,
});

/** Everything past the door: strangers are led to the sign-in screen and back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  // The employer that one acts for (E1) goes along wherever one goes.
  validateSearch: ({ etablissement }: Search): { etablissement?: string } =>
    etablissement ? { etablissement } : {},
  search: { middlewares: [retainSearchParams(["etablissement"])] },
  beforeLoad: async ({ context, location }) => {
    const data = await context.queryClient.ensureQueryData(viewer());
    if (data.viewer.kind !== "ACCOUNT") {
      throw redirect({ to: "/connexion", search: location.href === "/" ? {} : { vers: location.href } });
    }
  },
  component: Shell,
  errorComponent: FailureAlone,
});
const dashboard = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("../dashboard/Dashboard"), "Dashboard"),
});
const accounts = createRoute({
  getParentRoute: () => inside,
  path: "/comptes",
  validateSearch: accountsSearch,
  loaderDeps: ({ search }) => search,
  // The first page is on its way while the screen's code is; what fails is told by the screen.
  loader: ({ context, deps }) => {
    const employers = context.queryClient.getQueryData(viewer().queryKey)?.viewer.employers ?? [];
    const employer = employers.find((one) => one.contractNumber === deps.etablissement) ?? employers[0];
    if (employer)
      void context.queryClient.prefetchQuery(asked(AccountsDocument, pageVariables(employer.id, deps)));
  },
  component: lazyRouteComponent(() => import("../accounts/Accounts"), "Accounts"),
});
const creation = createRoute({
  getParentRoute: () => inside,
  path: "/comptes/nouveau",
  validateSearch: creationSearch,
  component: lazyRouteComponent(() => import("../creation/Creation"), "Creation"),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: "/comptes/$identifier",
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import("../account/Account"), "Account"),
});
const printed = createRoute({
  getParentRoute: () => inside,
  path: "/comptes/$identifier/imprimer",
  component: lazyRouteComponent(() => import("../creation/Printed"), "Printed"),
});
const history = createRoute({
  getParentRoute: () => inside,
  path: "/historique",
  validateSearch: historySearch,
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
    inside.addChildren([dashboard, accounts, creation, account, printed, history, ownAccount]),
  ]),
  context: { queryClient },
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: RouteFailure,
  defaultPreload: "intent",
  defaultPendingMs: 300,
  scrollRestoration: true,
  parseSearch: parsed,
  stringifySearch: stringified,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  /** Told from one screen to the next, outside of the address: whom to sign in, and what was done. */
  interface HistoryState {
    identifier?: string;
    done?: string;
  }
}
