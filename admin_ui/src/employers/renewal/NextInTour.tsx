import { Button } from "../../design/Button";
import { wordsOf } from "../../i18n/words";
import { useEmployer, useViewer } from "../../service/viewer";
import { currentOf, renewalTour, withOutcome } from "./tour";
import { useGoTo } from "./useGoTo";
import "./words";

/** In a list where nothing is left to renew: on to the next employer, if the list is of a tour's current one. */
export function NextInTour() {
  const t = wordsOf("employers/renewal");
  const goTo = useGoTo();
  const tour = renewalTour.use(useViewer().account.id);
  const here = useEmployer()?.contractNumber;
  const current = tour ? currentOf(tour) : null;
  if (!tour || !current || current.employer.contractNumber !== here) return null;
  const { name, contractNumber } = current.employer;
  return (
    <Button variant="primary" onPress={() => goTo(withOutcome(tour, contractNumber, "done"))}>
      {t("nextLong", { name })}
    </Button>
  );
}
