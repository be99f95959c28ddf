import { createLink } from "@tanstack/react-router";
import type { Ref } from "react";

/**
 * A router link. The router marks every link to a prefix of the current URL as current; here only `current`
 * does, so that a group of links has at most one `aria-current`.
 */
export const Link = createLink(Anchor);

function Anchor({
  current = false,
  children,
  ...rest
}: React.AnchorHTMLAttributes<HTMLAnchorElement> & { current?: boolean; ref?: Ref<HTMLAnchorElement> }) {
  return (
    <a {...rest} aria-current={current ? "page" : undefined}>
      {children}
    </a>
  );
}
