/** The employers that have accounts to renew, most due first. */
import { DueEmployersDocument, type DueEmployersQuery } from "../../gql/graphql";
import { execute } from "../../service/client";

/**
 * Those with expired accounts or ones that expire within 60 days, where the viewer may renew: not under a mandate
 * to read. With a search, only those that it finds. Throws ServiceError.
 */
export async function dueEmployers(
  search: string | null,
): Promise<{ name: string; contractNumber: string }[]> {
  const employers: { name: string; contractNumber: string }[] = [];
  let after: string | null = null;
  do {
    const data: DueEmployersQuery = await execute(DueEmployersDocument, { search, after });
    const { nodes, pageInfo } = data.viewer.administered;
    const due = nodes.filter(({ expired, expiring }) => expired + expiring > 0);
    for (const { employer, mandate } of due) {
      const { name, contractNumber } = employer;
      if (mandate?.scope !== "READ") employers.push({ name, contractNumber });
    }
    const isWholePageDue = due.length === nodes.length;
    after = isWholePageDue && pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after);
  return employers;
}
