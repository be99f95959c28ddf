import { useEffect, useRef } from "react";
import { wordsOf } from "../i18n/words";
import { Notice } from "./Notice";

export type FieldFault = { fieldId: string | null; message: string };

/** Above a form, each time it was refused: takes the focus and leads to each field. `attempt` counts refusals. */
export function ErrorSummary({ faults, attempt }: { faults: FieldFault[]; attempt: number }) {
  const t = wordsOf("design");
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <section ref={box} tabIndex={-1} aria-label={t("errors", { count: faults.length })}>
      <Notice look="danger" title={t("errors", { count: faults.length })}>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.fieldId} ${fault.message}`}>
              {fault.fieldId ? (
                <a href={`#${fault.fieldId}`} onClick={(event) => goTo(event, fault.fieldId)}>
                  {fault.message}
                </a>
              ) : (
                fault.message
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function goTo(event: React.MouseEvent, fieldId: string | null): void {
  event.preventDefault(); // the address keeps its fragment
  const field = document.getElementById(fieldId ?? "");
  (field?.querySelector("input") ?? field)?.focus(); // a group of choices: its first
}
