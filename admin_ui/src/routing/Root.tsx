import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { RouterProvider } from "react-aria-components";
import { Offline } from "./Offline";

/** Around every screen: react-aria's links go through the router, and a new screen is read from its title. */
export function Root() {
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const first = before.current === undefined;
    if (before.current === path) return;
    before.current = path;
    if (!first) requestAnimationFrame(focusOnTheScreen);
  }, [path]);
  return (
    <RouterProvider navigate={(to) => void router.navigate({ href: to })}>
      <Offline />
      <Outlet />
    </RouterProvider>
  );
}

/** On its title, unless it has put the focus on a field of its own. */
function focusOnTheScreen(): void {
  const main = document.querySelector("main");
  if (main?.contains(document.activeElement) && document.activeElement !== main) return;
  const title = document.querySelector<HTMLElement>("h1") ?? main;
  title?.focus({ preventScroll: true });
}
