import { Button } from "../../design/Button";
import { toast } from "../../design/Toasts";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { useServiceMutation } from "../../service/queries";
import { BULK_MUTATIONS } from "./actions";
import { MAX_BULK_IDS } from "./limits";

/**
 * A button in the toast of a deletion; absent for more accounts than one request can name. It stays when the tab
 * goes on to another employer, so it keeps its own.
 */
export function UndoDeletion({ ids, employerId }: { ids: string[]; employerId: string }) {
  const t = wordsOf("accounts/bulk");
  const restore = useServiceMutation(BULK_MUTATIONS.restaurer);
  if (ids.length > MAX_BULK_IDS || restore.isSuccess) return null;
  const undo = () =>
    restore.mutate(
      { input: { ids, employerId } },
      {
        onSuccess: ({ outcome }) => {
          const refusal =
            outcome.errors[0] ?? outcome.results.find(({ errors }) => errors.length > 0)?.errors[0];
          if (refusal) toast(refusal.message, "danger");
          if (outcome.done > 0)
            toast(t("done.restaurer", { count: outcome.done, shown: formatNumber(outcome.done) }));
        },
      },
    );
  return (
    <Button onPress={undo} isPending={restore.isPending}>
      {t("undo")}
    </Button>
  );
}
