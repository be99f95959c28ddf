import { Button } from "../../design/Button";
import { wordsOf } from "../../i18n/words";

/** The number of unsaved changes, with buttons to discard and to save them. */
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
  return (
    <div className="action-bar unsaved">
      <strong role="status">{t("unsaved", { count })}</strong>
      <div className="row">
        <Button onPress={onCancel}>{t("cancel")}</Button>
        <Button variant="primary" isPending={isPending} onPress={onSave}>
          {t("apply")}
        </Button>
      </div>
    </div>
  );
}
