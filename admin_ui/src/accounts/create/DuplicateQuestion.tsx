import { Confirmation } from "../../design/Dialogs";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";

/** Asks whether an account is wanted for a person who seems to have one; the service names that account. */
export function DuplicateQuestion({
  duplicates,
  onCancel,
  onCreate,
  pending,
}: {
  duplicates: Refusal[];
  onCancel: () => void;
  onCreate: () => void;
  pending: boolean;
}) {
  const t = wordsOf("accounts/create");
  return (
    <Confirmation
      title={t("duplicate.title")}
      open={duplicates.length > 0}
      onClose={onCancel}
      onConfirm={onCreate}
      confirm={t("duplicate.create")}
      pending={pending}
    >
      {duplicates.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
    </Confirmation>
  );
}

/** The refusals to ask about; none if there are others, which have to be dealt with first. */
export function duplicatesOf(refusals: Refusal[]): Refusal[] {
  return refusals.every(({ code }) => code === "LIKELY_DUPLICATE") ? refusals : [];
}
