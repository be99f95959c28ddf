import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const ICONS = { danger: CircleAlert, warning: TriangleAlert, success: CircleCheck, info: Info };

/** A message in the page; `alert` announces it to screen readers, when it follows an action. */
export function Notice({
  variant,
  title,
  children,
  alert = false,
}: {
  variant: keyof typeof ICONS;
  title?: string;
  children?: ReactNode;
  alert?: boolean;
}) {
  const Icon = ICONS[variant];
  return (
    <div className={`notice ${variant}`} role={alert ? "alert" : undefined}>
      <Icon size={20} aria-hidden />
      <div>
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
    </div>
  );
}
