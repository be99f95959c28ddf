import type { FollowedRegistrationQuery } from "../../gql/graphql";

/** Where a request stands. Nothing but the state is known of one that a link does not lead to. */
export type FollowedRegistration = Pick<FollowedRegistrationQuery["registration"], "state"> &
  Partial<FollowedRegistrationQuery["registration"]>;

export const UNKNOWN: FollowedRegistration = { state: "UNKNOWN" };
