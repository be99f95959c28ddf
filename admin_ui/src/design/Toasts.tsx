/**
 * Short messages in a corner, announced to screen readers; each disappears when closed or after 8 seconds.
 */
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { wordsOf } from "../i18n/words";

type Toast = { id: number; variant: "success" | "danger"; text: string; action?: ReactNode };

const DURATION_MS = 8_000;
let toasts: Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function update(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** `action`: a button beside the text, such as one that undoes; such a toast stays until closed. */
export function toast(text: string, variant: Toast["variant"] = "success", action?: ReactNode): void {
  lastId += 1;
  update([...toasts.slice(-2), { id: lastId, variant, text, action }]);
}

export function Toasts() {
  const visible = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {visible.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastItem({ toast: { id, variant, text, action } }: { toast: Toast }) {
  const t = wordsOf("design");
  const close = () => update(toasts.filter((other) => other.id !== id));
  useEffect(() => {
    if (action) return;
    const timer = setTimeout(() => update(toasts.filter((other) => other.id !== id)), DURATION_MS);
    return () => clearTimeout(timer);
  }, [id, action]);
  const Icon = variant === "success" ? CircleCheck : CircleAlert;
  return (
    <div className={`toast ${variant}`}>
      <Icon size={20} aria-hidden />
      <span>{text}</span>
      {action}
      <button type="button" onClick={close} aria-label={t("close")}>
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
