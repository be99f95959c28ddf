import type { MandateItemFragment } from "../../gql/graphql";
import { ClosingDialog } from "./ClosingDialog";
import { HoldersDialog } from "./HoldersDialog";
import type { MandateAction } from "./MandateItem";
import { ProposalDialog } from "./ProposalDialog";

/** The open dialog about a mandate, or about a new one. Nothing where the URL names a mandate that is not here. */
export function MandateDialogs({
  employerId,
  action,
  mandateId,
  given,
  held,
  onClose,
}: {
  employerId: string;
  action: MandateAction | "proposer";
  mandateId: string | undefined;
  given: readonly MandateItemFragment[];
  held: readonly MandateItemFragment[];
  onClose: () => void;
}) {
  if (action === "proposer") return <ProposalDialog employerId={employerId} onClose={onClose} />;
  const isGiven = given.some(({ id }) => id === mandateId);
  const mandate = [...given, ...held].find(({ id }) => id === mandateId);
  if (!mandate) return null;
  const rest = { employerId, mandate, onClose };
  if (action === "designer") return <HoldersDialog {...rest} />;
  if (action === "suite")
    return <ProposalDialog employerId={employerId} predecessor={mandate} onClose={onClose} />;
  return <ClosingDialog {...rest} side={isGiven ? "given" : "held"} declines={action === "refuser"} />;
}
