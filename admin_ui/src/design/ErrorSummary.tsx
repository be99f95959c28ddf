import { useEffect, useRef } from "react";
import { wordsOf } from "../i18n/words";
import { Notice } from "./Notice";

export type FormError = { fieldId: string | null; message: string };

/**
 * The errors above a form, with links to their fields. Takes the focus at each refusal, which `attempt`
 * counts.
 */
export function ErrorSummary({ errors, attempt }: { errors: FormError[]; attempt: number }) {
  const t = wordsOf("design");
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) section.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <section ref={section} tabIndex={-1} aria-label={t("errors", { count: errors.length })}>
      <Notice variant="danger" title={t("errors", { count: errors.length })}>
        <ul>
          {errors.map((error) => (
            <li key={`${error.fieldId} ${error.message}`}>
              {error.fieldId ? (
                <a href={`#${error.fieldId}`} onClick={(event) => focusField(event, error.fieldId)}>
                  {error.message}
                </a>
              ) : (
                error.message
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function focusField(event: React.MouseEvent, fieldId: string | null): void {
  event.preventDefault(); // the URL keeps its fragment
  const field = document.getElementById(fieldId ?? "");
  (field?.querySelector("input") ?? field)?.focus(); // in a group of radio buttons, the first
}
