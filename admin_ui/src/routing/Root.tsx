import { Outlet, useRouter } from "@tanstack/react-router";
import { RouterProvider } from "react-aria-components";
import { OfflineBanner } from "./OfflineBanner";

/** Around every screen: links of react-aria go through the router. */
export function Root() {
  const router = useRouter();
  return (
    <RouterProvider navigate={(to) => void router.navigate({ href: to })}>
      <OfflineBanner />
      <Outlet />
    </RouterProvider>
  );
}
