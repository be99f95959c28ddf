import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from "react";

const HOVER_DELAY_MS = 300;
/** Half the greatest width of a tooltip, and the least distance from the edge of the window, in pixels. */
const HALF_WIDTH = 160;
const MARGIN = 8;

type Shown = { text: string; style: CSSProperties };

/**
 * Shows the text of an element's `data-tooltip` on hover and on focus, until Escape. One tooltip serves all
 * elements inside: a list has hundreds. Each of them needs an accessible name of its own.
 */
export function TooltipArea({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => (area.current ? followTargets(area.current, setShown) : undefined), []);
  return (
    <div ref={area}>
      {children}
      {shown ? (
        <div className="tooltip-place" style={shown.style}>
          <div className="tooltip" role="tooltip">
            {shown.text}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Calls `show` as pointer and focus enter and leave; returns what ends this. */
function followTargets(area: HTMLElement, show: (shown: Shown | null) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showAfter = (event: Event, delay: number) => {
    const element = event.target as Element;
    if (element.closest(".tooltip-place")) return; // the pointer may move onto the tooltip
    clearTimeout(timer);
    const target = element.closest<HTMLElement>("[data-tooltip]");
    if (!target) show(null);
    else timer = setTimeout(() => show({ text: target.dataset.tooltip ?? "", style: above(target) }), delay);
  };
  const hide = () => {
    clearTimeout(timer);
    show(null);
  };
  area.addEventListener("pointerover", (event) => showAfter(event, HOVER_DELAY_MS), { signal });
  area.addEventListener("focusin", (event) => showAfter(event, 0), { signal });
  for (const end of ["pointerleave", "pointerdown", "focusout"]) area.addEventListener(end, hide, { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { signal });
  document.addEventListener("scroll", hide, { signal, capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

/** Centred above the target, inside the window. */
function above(target: HTMLElement): CSSProperties {
  const { left, width, top } = target.getBoundingClientRect();
  const limit = document.documentElement.clientWidth - HALF_WIDTH - MARGIN;
  const centre = Math.max(HALF_WIDTH + MARGIN, Math.min(left + width / 2, limit));
  return { left: centre, bottom: window.innerHeight - top };
}
