import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const ICONS = { danger: CircleAlert, warning: TriangleAlert, success: CircleCheck, info: Info };

/** Words in the page that matter now; `role="alert"` when they come after an action. */
export function Notice({
  look,
  title,
  children,
  alert = false,
}: {
  look: keyof typeof ICONS;
  title?: string;
  children?: ReactNode;
  alert?: boolean;
}) {
  const Icon = ICONS[look];
  return (
    <div className={`notice ${look}`} role={alert ? "alert" : undefined}>
      <Icon size={20} aria-hidden />
      <div>
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
    </div>
  );
}
