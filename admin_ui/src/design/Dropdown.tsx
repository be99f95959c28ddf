import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./Button";

export type Item = { key: string; label: string; onAction: () => void };

/** A button that opens a list of buttons. Choosing one, Escape or losing the focus closes it. */
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
  const closeOnEscape = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const choose = (item: Item) => {
    setOpen(false);
    button.current?.focus();
    item.onAction();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles the events that bubble from its buttons, and is not interactive itself
    <div
      className="dropdown"
      onKeyDown={closeOnEscape}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Button
        ref={button}
        variant="quiet"
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
            <button type="button" className="option" onClick={() => choose(item)}>
              {item.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
