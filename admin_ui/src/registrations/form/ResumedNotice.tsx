import { Button } from "../../design/Button";
import { Notice } from "../../design/Notice";
import { wordsOf } from "../../i18n/words";

/** What was typed before is in the form again; the button empties it. */
export function ResumedNotice({ onReset }: { onReset: () => void }) {
  const t = wordsOf("registrations/form");
  return (
    <Notice variant="info" title={t("resumed")}>
      <div>
        <Button onPress={onReset}>{t("again")}</Button>
      </div>
    </Notice>
  );
}
