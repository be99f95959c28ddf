import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { RouterProvider } from "react-aria-components";
import { OfflineBanner } from "./OfflineBanner";

/**
 * Around every screen: links of react-aria go through the router, and a new screen gets the focus on its
 * title.
 */
export function Root() {
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const previousPath = useRef(path);
  useEffect(() => {
    const isFirstScreen = previousPath.current === undefined;
    if (previousPath.current === path) return;
    previousPath.current = path;
    if (!isFirstScreen) requestAnimationFrame(focusTitle);
  }, [path]);
  return (
    <RouterProvider navigate={(to) => void router.navigate({ href: to })}>
      <OfflineBanner />
      <Outlet />
    </RouterProvider>
  );
}

/** Unless the screen has set the focus on one of its fields. */
function focusTitle(): void {
  const main = document.querySelector("main");
  if (main?.contains(document.activeElement) && document.activeElement !== main) return;
  const title = document.querySelector<HTMLElement>("h1") ?? main;
  title?.focus({ preventScroll: true });
}
