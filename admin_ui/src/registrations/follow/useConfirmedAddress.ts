import { useEffect, useState } from "react";
import { ConfirmRegistrationEmailDocument } from "../../gql/graphql";
import { execute } from "../../service/client";

/**
 * The person who follows the link of an e-mail has its address: the service notes it, and the request gives way
 * to no other. Returns whether it was noted; after a failure the next visit tries again.
 */
export function useConfirmedAddress(token: string): boolean {
  const [isConfirmed, setIsConfirmed] = useState(false);
  useEffect(() => {
    if (!token) return;
    execute(ConfirmRegistrationEmailDocument, { input: { token } }).then(
      ({ confirmRegistrationEmail: { errors } }) => setIsConfirmed(errors.length === 0),
      () => setIsConfirmed(false),
    );
  }, [token]);
  return isConfirmed;
}
