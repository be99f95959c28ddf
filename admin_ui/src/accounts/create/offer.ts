import type { OfferedQuery } from "../../gql/graphql";

/** What the employer offers to a new account: its postal address and the services of its contracts. */
export type EmployerOffer = NonNullable<OfferedQuery["employer"]>;
