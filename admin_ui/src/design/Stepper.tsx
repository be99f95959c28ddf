import { Check } from "lucide-react";
import { wordsOf } from "../i18n/words";

/** The steps of a form; `current` counts from 1. */
export function Stepper({ labels, current }: { labels: string[]; current: number }) {
  const t = wordsOf("design");
  return (
    <ol className="stepper">
      {labels.map((label, index) => {
        const number = index + 1;
        const done = number < current;
        return (
          <li
            key={label}
            className={number <= current ? "reached" : ""}
            aria-current={number === current ? "step" : undefined}
          >
            <span className="number" aria-hidden>
              {done ? <Check size={16} /> : number}
            </span>
            <span className="label">
              {label}
              {done ? <span className="visually-hidden"> ({t("done")})</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
