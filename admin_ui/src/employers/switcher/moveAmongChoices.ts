/**
 * Arrow keys move the focus from the search field through the links that bear `data-choice`, and back. For
 * `onKeyDown` of the element around them.
 */
export function moveAmongChoices(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-first] input, [data-choice]")];
  const row = (event.target as HTMLElement).closest(".choice");
  const current = stops.findIndex((stop) => stop === event.target || row?.contains(stop));
  if (current < 0) return;
  event.preventDefault(); // the list does not scroll by itself
  stops[Math.max(0, Math.min(current + step, stops.length - 1))]?.focus();
}
