/** The employer for which an account is created, with the services that it offers. */
import type { OfferedQuery } from "../gql/graphql";

export type Offered = NonNullable<OfferedQuery["employer"]>;
