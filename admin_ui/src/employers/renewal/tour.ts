/**
 * The renewal of one employer after the other (E2): which employers are due, and what became of each. Kept on this
 * machine for the account, so that it goes on in another tab and after signing out.
 */
import { localStore } from "../../service/localStore";

type TourEmployer = { name: string; contractNumber: string };
export type Outcome = "done" | "skipped";
export type Tour = { employers: TourEmployer[]; outcomes: Record<string, Outcome> };

export const renewalTour = localStore("renewal", isTour);

/** The employer to look at now, and its place from 1; null once each has been done or skipped. */
export function currentOf({ employers, outcomes }: Tour): { employer: TourEmployer; place: number } | null {
  const index = employers.findIndex(({ contractNumber }) => !outcomes[contractNumber]);
  const employer = employers[index];
  return employer ? { employer, place: index + 1 } : null;
}

export function withOutcome(tour: Tour, contractNumber: string, outcome: Outcome): Tour {
  return { ...tour, outcomes: { ...tour.outcomes, [contractNumber]: outcome } };
}

export function countOf({ outcomes }: Tour, outcome: Outcome): number {
  return Object.values(outcomes).filter((value) => value === outcome).length;
}

/** A tour of those that were skipped. */
export function skippedAgain({ employers, outcomes }: Tour): Tour {
  return {
    employers: employers.filter(({ contractNumber }) => outcomes[contractNumber] === "skipped"),
    outcomes: {},
  };
}

function isTour(value: unknown): value is Tour {
  const { employers, outcomes } = (value ?? {}) as Partial<Tour>;
  return (
    Array.isArray(employers) &&
    employers.every((employer) => typeof employer?.contractNumber === "string") &&
    typeof outcomes === "object" &&
    outcomes !== null
  );
}
