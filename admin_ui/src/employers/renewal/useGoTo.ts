import { useNavigate } from "@tanstack/react-router";
import { useViewer } from "../../service/viewer";
import { currentOf, renewalTour, type Tour } from "./tour";

/** Returns what stores a state of the tour and opens the accounts to renew of its current employer. */
export function useGoTo(): (tour: Tour) => void {
  const { account } = useViewer();
  const navigate = useNavigate();
  return (tour) => {
    renewalTour.write(account.id, tour);
    const current = currentOf(tour);
    if (current) void navigate({ to: "/comptes", search: dueAt(current.employer.contractNumber) });
  };
}

/** The accounts of an employer that have expired, or will soon. */
export function dueAt(etablissement: string) {
  return { etablissement, echeance: "dus" };
}
