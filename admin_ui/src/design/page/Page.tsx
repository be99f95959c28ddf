import type { LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { wordsOf } from "../../i18n/words";
import { Link } from "../Link";
import { focusNewHeading } from "./screens";

export type Crumb = { label: string; to: NonNullable<LinkProps["to"]> };

/**
 * A screen: breadcrumb, title, actions and content. Its heading takes the focus when it opens; the browser tab
 * has its title, preceded by the `part` that is shown: a step, a tab, a page of a list.
 */
export function Page({
  title,
  part,
  lead,
  crumbs,
  actions,
  children,
}: {
  title: string;
  part?: string | undefined;
  lead?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = wordsOf("design");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusNewHeading(heading.current), []);
  useEffect(() => {
    document.title = [part, title, t("platform")].filter(Boolean).join(" – ");
  }, [part, title, t]);
  return (
    <>
      {crumbs ? (
        <nav aria-label={t("breadcrumb")} className="crumbs small no-print">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.label}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      ) : null}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead ? <div className="quiet">{lead}</div> : null}
        </div>
        {actions ? <div className="row no-print">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}
