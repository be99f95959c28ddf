import { useEffect, useState } from "react";
import type { MandateItemFragment } from "../../gql/graphql";

export const headingId = (mandateId: string) => `mandate-${mandateId}`;

/**
 * Returns the id of the mandate that a dialog was last about. Once the dialog is closed, and again when the state of
 * the mandate changes, the focus goes to its heading if the button that had it is gone.
 *
 * `inDialog`: the id of the mandate that the open dialog is about.
 */
export function useConcerned(
  inDialog: string | undefined,
  mandates: readonly MandateItemFragment[],
): string | undefined {
  const [concerned, setConcerned] = useState(inDialog);
  if (inDialog && inDialog !== concerned) setConcerned(inDialog);
  const state = mandates.find(({ id }) => id === concerned)?.state;
  useEffect(() => {
    if (inDialog || !concerned || !state) return;
    // After the dialog has given the focus back, in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => focusHeading(concerned));
    });
    return () => cancelAnimationFrame(frame);
  }, [inDialog, concerned, state]);
  return concerned;
}

function focusHeading(mandateId: string): void {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body && activeElement.id !== "content") return;
  const heading = document.getElementById(headingId(mandateId));
  const folded = heading?.closest("details");
  if (folded) folded.open = true;
  heading?.focus();
}
