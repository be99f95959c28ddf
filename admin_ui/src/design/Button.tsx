import { createLink } from "@tanstack/react-router";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";

type Variant = "primary" | "secondary" | "danger" | "quiet";

/** `icon` precedes the text; `iconOnly` needs an `aria-label`. */
export function Button({
  variant = "secondary",
  iconOnly = false,
  icon,
  children,
  className = "",
  ...rest
}: Omit<ButtonProps, "children" | "className"> & {
  variant?: Variant;
  iconOnly?: boolean;
  icon?: ReactNode;
  children?: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <AriaButton {...rest} className={`button ${variant} ${iconOnly ? "icon-only" : ""} ${className}`}>
      {icon}
      {children}
    </AriaButton>
  );
}

function PlainButtonLink({
  variant = "secondary",
  icon,
  children,
  className = "",
  "aria-current": _guess,
  ...rest
}: React.AnchorHTMLAttributes<HTMLAnchorElement> & {
  variant?: Variant;
  icon?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}) {
  return (
    <a {...rest} className={`button ${variant} ${className}`}>
      {icon}
      {children}
    </a>
  );
}

/** A router link that looks like a button; like `Link`, it never takes the router's guess of what is current. */
export const ButtonLink = createLink(PlainButtonLink);
