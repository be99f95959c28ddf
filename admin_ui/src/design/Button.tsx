import { createLink } from "@tanstack/react-router";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";

type Look = "primary" | "secondary" | "danger" | "quiet";

/** `icon` stands before the words; `iconOnly` needs an `aria-label`. */
export function Button({
  look = "secondary",
  iconOnly = false,
  icon,
  children,
  className = "",
  ...rest
}: Omit<ButtonProps, "children" | "className"> & {
  look?: Look;
  iconOnly?: boolean;
  icon?: ReactNode;
  children?: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <AriaButton {...rest} className={`button ${look} ${iconOnly ? "icon-only" : ""} ${className}`}>
      {icon}
      {children}
    </AriaButton>
  );
}

function PlainButtonLink({
  look = "secondary",
  icon,
  children,
  className = "",
  ...rest
}: React.AnchorHTMLAttributes<HTMLAnchorElement> & {
  look?: Look;
  icon?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}) {
  return (
    <a {...rest} className={`button ${look} ${className}`}>
      {icon}
      {children}
    </a>
  );
}

/** A link of the router that looks like a button. */
export const ButtonLink = createLink(PlainButtonLink);
