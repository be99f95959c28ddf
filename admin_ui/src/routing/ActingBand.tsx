import { useLayoutEffect, useRef } from "react";
import { formatDay, formatSiret } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import type { CurrentEmployer } from "../service/viewer";

/**
 * Above every screen while the user acts for another employer: its name and SIRET, the scope and the last day of the
 * mandate (E5). It stays in sight; `--band-height` is where what is sticky too begins.
 */
export function ActingBand({ employer }: { employer: CurrentEmployer }) {
  const t = wordsOf("routing");
  const g = wordsOf("glossary");
  const band = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = band.current;
    const root = document.documentElement;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      root.style.setProperty("--band-height", `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--band-height");
    };
  }, []);
  const { name, siret, mandate } = employer;
  if (!mandate) return null;
  return (
    <section ref={band} className="acting" aria-label={t("acting.label")}>
      <p>
        {t("acting.for")} <strong>{name}</strong> <span className="figures">{formatSiret(siret)}</span>
        {" · "}
        {g(`scope.${mandate.scope}`)}
        {" · "}
        {t("acting.until", { day: formatDay(mandate.endsOn) })}
      </p>
    </section>
  );
}
