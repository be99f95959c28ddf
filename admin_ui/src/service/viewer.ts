/** Who is signed in, and for which employer they act now. */
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type Viewer, viewer } from "./queries";

export type Signed = Viewer & { account: NonNullable<Viewer["account"]> };

/** Inside the shell only: there is an account. */
export function useViewer(): Signed {
  return useSuspenseQuery(viewer()).data.viewer as Signed;
}

/** The employer chosen in the address (`etablissement`, its contract number), else the first; none for a user. */
export function useEmployer(): Viewer["employers"][number] | undefined {
  const { employers } = useViewer();
  const { etablissement } = useSearch({ strict: false }) as { etablissement?: string };
  return employers.find((employer) => employer.contractNumber === etablissement) ?? employers[0];
}
