/** The current user, and the employer that the tab is for. */
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type ActingForQuery, AdministeredCountDocument } from "../gql/graphql";
import { employerQuery, queryFor, type Viewer, viewerQuery } from "./queries";

export type SignedInViewer = Viewer & { account: NonNullable<Viewer["account"]> };
type ActingFor = NonNullable<ActingForQuery["viewer"]["actingFor"]>;
/** `mandate`: the one that the user acts under; null for their own employer. */
export type CurrentEmployer = ActingFor["employer"] & Pick<ActingFor, "mandate">;

/** For screens inside the shell only, where the router has checked that there is an account. */
export function useViewer(): SignedInViewer {
  return useSuspenseQuery(viewerQuery()).data.viewer as SignedInViewer;
}

/**
 * The employer of the URL (`etablissement`, a contract number; E5). Undefined for a user, who administers none, and
 * where the viewer does not administer it: the shell then shows a page that says so, and no screen.
 */
export function useEmployer(): CurrentEmployer | undefined {
  const viewer = useViewer();
  const { etablissement = "" } = useSearch({ strict: false }) as { etablissement?: string };
  const { data } = useQuery({
    ...employerQuery(etablissement),
    select: employerOf,
    enabled: isAdministrator(viewer) && etablissement !== "",
  });
  return data ?? undefined;
}

/** The employer in what the router has read; null where the viewer does not administer it. */
export function employerOf({ viewer: { actingFor } }: ActingForQuery): CurrentEmployer | null {
  return actingFor ? { ...actingFor.employer, mandate: actingFor.mandate } : null;
}

/** Only an administrator of their own employer administers any; the profile is that of the session (P6). */
export function isAdministrator(viewer: Viewer): boolean {
  return viewer.profile === "ADMINISTRATOR";
}

/** Whether accounts can be created at the employer: not under a mandate to read or renew (E1). */
export function mayCreate({ mandate }: CurrentEmployer): boolean {
  return mandate?.scope !== "READ" && mandate?.scope !== "RENEW";
}

/** Whether the viewer administers more than one employer; false until that is known. */
export function useHasSeveralEmployers(): boolean {
  const viewer = useViewer();
  const { data } = useQuery({
    ...queryFor(AdministeredCountDocument, {}),
    enabled: isAdministrator(viewer),
    staleTime: 60_000,
  });
  return (data?.viewer.administered.totalCount ?? 0) > 1;
}
