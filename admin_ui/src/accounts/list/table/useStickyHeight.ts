import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * For a bar that is sticky while `isSticky`: its height, in `--bulk-height` of its parent, so that the head of
 * the table stays below it. The bar's lines depend on the width of the window and on the language.
 */
export function useStickyHeight(isSticky: boolean): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    const parent = element?.parentElement;
    if (!element || !parent || !isSticky) return;
    const observer = new ResizeObserver(() => {
      parent.style.setProperty("--bulk-height", `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      parent.style.removeProperty("--bulk-height");
    };
  }, [isSticky]);
  return bar;
}
