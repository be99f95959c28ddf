/**
 * One rule for every screen: its heading takes the focus, the browser tab has its title, its result is announced.
 * And the focus is never lost: where the focused element disappears, the heading above it takes the focus.
 */

let hasNavigated = false;

/** From now on a heading that appears belongs to a screen that the user has navigated to. */
export function markNavigation(): void {
  hasNavigated = true;
}

/** Unless it is the first screen, where reading starts at the top, or a field or a dialog has the focus. */
export function focusNewHeading(heading: HTMLElement | null): void {
  const focused = document.activeElement;
  const isTyping = focused?.matches("input, textarea, select, [role$=dialog] *") ?? false;
  if (hasNavigated && !isTyping) heading?.focus({ preventScroll: true });
}

/**
 * Watches the page as long as it is open. Waits two frames, since a dialog that closes first returns the focus
 * to its button, and the heading of a new screen takes it.
 */
export function keepFocus(): void {
  let path: Element[] = [];
  const remember = () => {
    path = ancestors(document.activeElement);
  };
  for (const event of ["focusin", "pointerup", "keydown"]) document.addEventListener(event, remember, true);
  const restore = () => {
    const [focused] = path;
    if (focused && document.activeElement === document.body && isGone(focused)) headingAbove(path)?.focus();
  };
  new MutationObserver(() => {
    if (document.activeElement === document.body && path[0] && isGone(path[0]))
      requestAnimationFrame(() => requestAnimationFrame(restore));
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled", "hidden"],
  });
}

/** The element and what it is in, without `body`; nothing for `body` itself. */
function ancestors(element: Element | null): Element[] {
  const path: Element[] = [];
  for (let step = element; step && step !== document.body; step = step.parentElement) path.push(step);
  return path;
}

function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(":disabled, [hidden] *");
}

/** The heading of the nearest section, form or dialog of `path` that is still there; else the screen's. */
function headingAbove(path: Element[]): HTMLElement | null {
  const sections = path.filter((element) => element.isConnected && element.matches("section, form, main"));
  const headings = sections.map(firstHeading);
  const heading = headings.find(Boolean) ?? firstHeading(document.body);
  if (heading) heading.tabIndex = -1;
  return heading ?? null;
}

function firstHeading(element: Element): HTMLElement | null {
  return element.querySelector<HTMLElement>("h1, h2, h3");
}
