import { Button, ButtonLink } from "../../design/Button";
import { wordsOf } from "../../i18n/words";
import { useEmployer, useViewer } from "../../service/viewer";
import { countOf, currentOf, type Outcome, renewalTour, skippedAgain, type Tour, withOutcome } from "./tour";
import { dueAt, useGoTo } from "./useGoTo";
import "./renewal.css";
import "./words";

/** Above every screen while a renewal of several employers is under way: where it stands, next, skip (E2). */
export function TourStrip({ tour }: { tour: Tour }) {
  const t = wordsOf("employers/renewal");
  const { account } = useViewer();
  const save = (next: Tour | null) => renewalTour.write(account.id, next);
  const goTo = useGoTo();
  const current = currentOf(tour);
  return (
    <section className="tour no-print" aria-label={t("label")}>
      {current ? (
        <Current
          tour={tour}
          current={current}
          onOutcome={(outcome) => goTo(withOutcome(tour, current.employer.contractNumber, outcome))}
          onStop={() => save(null)}
        />
      ) : (
        <>
          <p role="status">
            {t("finished", {
              done: t("done", { count: countOf(tour, "done") }),
              skipped: t("skipped", { count: countOf(tour, "skipped") }),
            })}
          </p>
          <div className="row">
            {countOf(tour, "skipped") > 0 ? (
              <Button onPress={() => goTo(skippedAgain(tour))}>{t("again")}</Button>
            ) : null}
            <Button onPress={() => save(null)}>{t("close")}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Current({
  tour,
  current: { employer, place },
  onOutcome,
  onStop,
}: {
  tour: Tour;
  current: NonNullable<ReturnType<typeof currentOf>>;
  onOutcome: (outcome: Outcome) => void;
  onStop: () => void;
}) {
  const t = wordsOf("employers/renewal");
  const isHere = useEmployer()?.contractNumber === employer.contractNumber;
  const { name } = employer;
  return (
    <>
      <p role="status">
        {t("progress", { count: tour.employers.length, place })} – <strong>{name}</strong>
      </p>
      <div className="row">
        {isHere ? (
          <Button variant="primary" aria-label={t("nextLong", { name })} onPress={() => onOutcome("done")}>
            {t("next")}
          </Button>
        ) : (
          <ButtonLink to="/comptes" search={dueAt(employer.contractNumber)} variant="primary">
            {t("goOn", { name })}
          </ButtonLink>
        )}
        <Button aria-label={t("skipLong", { name })} onPress={() => onOutcome("skipped")}>
          {t("skip")}
        </Button>
        <Button variant="quiet" onPress={onStop}>
          {t("stop")}
        </Button>
      </div>
    </>
  );
}
