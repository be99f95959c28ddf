import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./Button";

export type Item = { key: string; label: string; onAct: () => void };

/** A button that unfolds a few others. Choosing one, Escape, or going elsewhere folds them again. */
export function Dropdown({
  children,
  icon,
  label,
  items,
  className = "",
}: {
  children: ReactNode;
  icon?: ReactNode;
  label: string;
  items: Item[];
  className?: string;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const fold = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const act = (item: Item) => {
    setOpen(false);
    button.current?.focus();
    item.onAct();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what its buttons let through, and does nothing itself
    <div
      className="dropdown"
      onKeyDown={fold}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Button
        ref={button}
        look="quiet"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onPress={() => setOpen(!open)}
        {...(icon ? { icon } : {})}
      >
        {children}
        <ChevronDown size={18} aria-hidden />
      </Button>
      <ul id={id} className="popover" hidden={!open}>
        {items.map((item) => (
          <li key={item.key}>
            <button type="button" className="option" onClick={() => act(item)}>
              {item.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
