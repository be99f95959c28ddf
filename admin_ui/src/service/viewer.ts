/** The current user, and the employer for which they act. */
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type Viewer, viewerQuery } from "./queries";

export type SignedInViewer = Viewer & { account: NonNullable<Viewer["account"]> };

/** For screens inside the shell only, where the router has checked that there is an account. */
export function useViewer(): SignedInViewer {
  return useSuspenseQuery(viewerQuery()).data.viewer as SignedInViewer;
}

/**
 * The employer of the URL (`etablissement`, a contract number), else the first (E1); undefined for a user,
 * who has none.
 */
export function useEmployer(): Viewer["employers"][number] | undefined {
  const { employers } = useViewer();
  const { etablissement } = useSearch({ strict: false }) as { etablissement?: string };
  return employers.find((employer) => employer.contractNumber === etablissement) ?? employers[0];
}
