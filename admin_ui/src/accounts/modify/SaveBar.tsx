import { useRef, useState } from "react";
import { Button } from "../../design/Button";
import { wordsOf } from "../../i18n/words";

/**
 * The button that saves, at the bottom of the page. While there are unsaved changes, it stays in sight, with
 * their number and a button to discard them. It takes the focus without changes too, and then says so.
 */
export function SaveBar({
  count,
  isPending,
  onCancel,
  onSave,
}: {
  count: number;
  isPending: boolean;
  onCancel: () => void;
  onSave: () => void;
}) {
  const t = wordsOf("accounts/modify");
  const applyButton = useRef<HTMLButtonElement>(null);
  const [isPressedInVain, setIsPressedInVain] = useState(false);
  const hasChanges = count > 0;
  const apply = () => {
    setIsPressedInVain(!hasChanges);
    if (hasChanges) onSave();
  };
  const cancel = () => {
    setIsPressedInVain(false);
    onCancel();
    applyButton.current?.focus(); // the button that had the focus disappears
  };
  return (
    <div className={`action-bar no-print ${hasChanges ? "unsaved" : "idle"}`}>
      <strong role="status">
        {hasChanges ? t("unsaved", { count }) : isPressedInVain ? t("nothingToApply") : ""}
      </strong>
      <div className="row">
        {hasChanges ? <Button onPress={cancel}>{t("cancel")}</Button> : null}
        <Button
          ref={applyButton}
          variant={hasChanges ? "primary" : "secondary"}
          isPending={isPending}
          onPress={apply}
        >
          {t("apply")}
        </Button>
      </div>
    </div>
  );
}
