import { Confirmation } from "../../design/Dialogs";
import { Notice } from "../../design/Notice";
import { toast } from "../../design/Toasts";
import { DeclineMandateDocument, EndMandateDocument, type MandateItemFragment } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import type { Side } from "./MandateItem";

/** Asks before a mandate is declined, withdrawn or ended, and says what stops (E1). */
export function ClosingDialog({
  employerId,
  mandate,
  side,
  declines,
  onClose,
}: {
  employerId: string;
  mandate: MandateItemFragment;
  side: Side;
  /** Whether the proposal is declined; else it is withdrawn, or the mandate ended. */
  declines: boolean;
  onClose: () => void;
}) {
  const t = wordsOf("employers/mandates");
  const closing = useServiceMutation(declines ? DeclineMandateDocument : EndMandateDocument);
  const name = (side === "given" ? mandate.centre : mandate.giver).name;
  const kind = declines ? "decline" : mandate.state === "PROPOSED" ? "withdraw" : "end";
  const done = { decline: "declined", withdraw: "withdrawn", end: "ended" } as const;
  const [refusal] = closing.data?.outcome.errors ?? [];
  const confirm = () =>
    closing.mutate(
      { input: { employerId, mandateId: mandate.id } },
      {
        onSuccess: ({ outcome: { errors } }) => {
          if (errors.length > 0) return;
          toast(t(done[kind]));
          onClose();
        },
      },
    );
  return (
    <Confirmation
      title={t(`${kind}Title`, { name })}
      open
      onClose={onClose}
      onConfirm={confirm}
      confirm={t(kind)}
      danger
      pending={closing.isPending}
      disabled={refusal !== undefined}
    >
      {kind === "end" ? (
        <>
          <p>
            <strong>{t("endTitleOf", { giver: mandate.giver.name, centre: mandate.centre.name })}</strong>
          </p>
          <p>{t(side === "given" ? "endGiven" : "endHeld", { name })}</p>
          <p>{t("endLast")}</p>
        </>
      ) : (
        <p>{t(kind === "decline" ? "declineText" : "withdrawText", { name })}</p>
      )}
      {refusal ? <Notice variant="danger" alert title={refusal.message} /> : null}
      {closing.isError ? <Failure error={closing.error} /> : null}
    </Confirmation>
  );
}
