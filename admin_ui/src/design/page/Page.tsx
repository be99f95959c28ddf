import type { LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { wordsOf } from "../../i18n/words";
import { Link } from "../Link";

export type Crumb = { label: string; to: NonNullable<LinkProps["to"]> };

/** A screen: breadcrumb, title, actions and content. The title of the browser tab follows. */
export function Page({
  title,
  lead,
  crumbs,
  actions,
  children,
}: {
  title: string;
  lead?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = wordsOf("design");
  useEffect(() => {
    document.title = `${title} – ${t("platform")}`;
  }, [title, t]);
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
          <h1 tabIndex={-1}>{title}</h1>
          {lead ? <div className="quiet">{lead}</div> : null}
        </div>
        {actions ? <div className="row no-print">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}
