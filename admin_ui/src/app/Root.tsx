import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { RouterProvider } from "react-aria-components";

/** Around every screen: react-aria's links go through the router, and a new screen is read from its title. */
export function Root() {
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    requestAnimationFrame(() => document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true }));
  }, [path]);
  return (
    <RouterProvider navigate={(to) => void router.navigate({ href: to })}>
      <Outlet />
    </RouterProvider>
  );
}
