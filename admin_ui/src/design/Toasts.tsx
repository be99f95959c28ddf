/** Short words about what was done, in a corner, told to screen readers; they stay until closed or 8 s on. */
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { wordsOf } from "../i18n/words";

type Toast = { id: number; look: "success" | "danger"; text: string; action?: ReactNode };

const SHOWN_FOR = 8_000;
let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** `action` is a button beside the words, such as one that undoes. */
export function toast(text: string, look: Toast["look"] = "success", action?: ReactNode): void {
  last += 1;
  set([...toasts.slice(-2), { id: last, look, text, action }]);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {shown.map((one) => (
        <One key={one.id} toast={one} />
      ))}
    </div>
  );
}

function One({ toast: { id, look, text, action } }: { toast: Toast }) {
  const t = wordsOf("design");
  const close = () => set(toasts.filter((other) => other.id !== id));
  useEffect(() => {
    if (action) return; // what offers to undo stays
    const timer = setTimeout(() => set(toasts.filter((other) => other.id !== id)), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [id, action]);
  const Icon = look === "success" ? CircleCheck : CircleAlert;
  return (
    <div className={`toast ${look}`}>
      <Icon size={20} aria-hidden />
      <span>{text}</span>
      {action}
      <button type="button" onClick={close} aria-label={t("close")}>
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
