/** The current user, and the employer that the tab is for. */
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type Viewer, viewerQuery } from "./queries";

export type SignedInViewer = Viewer & { account: NonNullable<Viewer["account"]> };
export type CurrentEmployer = Viewer["employers"][number];

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
  const { etablissement } = useSearch({ strict: false }) as { etablissement?: string };
  return employerOf(viewer, etablissement);
}

export function employerOf(viewer: Viewer, contractNumber: string | undefined): CurrentEmployer | undefined {
  return viewer.employers.find((employer) => employer.contractNumber === contractNumber);
}

/** Only an administrator of their own employer administers any; the profile is that of the session (P6). */
export function isAdministrator(viewer: Viewer): boolean {
  return viewer.profile === "ADMINISTRATOR";
}
