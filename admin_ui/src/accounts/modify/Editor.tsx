import { ErrorSummary } from "../../design/ErrorSummary";
import type { AccountAction, WholeFragment } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { summaryErrors } from "../../service/refusals";
import { inFormOrder, isDetailField } from "../details/refusals";
import { AccountHistory } from "./AccountHistory";
import { AccountTabs } from "./AccountTabs";
import { DetailsTab } from "./DetailsTab";
import { ConflictDialog } from "./dialogs/ConflictDialog";
import { LeaveGuard } from "./dialogs/LeaveGuard";
import { PromotionDialog } from "./dialogs/PromotionDialog";
import { RightsTab } from "./RightsTab";
import { SaveBar } from "./SaveBar";
import type { AccountSearch } from "./search";
import { useModification } from "./useModification";

/** The tabs of an account, and the bar and dialogs of their unsaved changes (M1–M5). */
export function Editor({
  account: latest,
  search,
  setSearch,
}: {
  account: WholeFragment;
  search: AccountSearch;
  setSearch: (next: AccountSearch) => void;
}) {
  const g = wordsOf("glossary");
  const modification = useModification(latest, () => setSearch({ ...search, onglet: "coordonnees" }));
  const { account, values, count, refusals, attempt, conflict, mutation } = modification;
  const tab = search.onglet ?? "droits";
  const isRefused = (name: AccountAction) =>
    account.actions.some(({ action, allowed }) => action === name && !allowed);
  const isReadOnly = isRefused("MODIFY");
  return (
    <>
      <ErrorSummary
        errors={summaryErrors(inFormOrder(refusals), (name) =>
          isDetailField(name) ? g(`field.${name}`) : null,
        )}
        attempt={attempt}
      />
      <AccountTabs identifier={account.identifier} current={tab} />
      {tab === "droits" ? <RightsTab modification={modification} isReadOnly={isReadOnly} /> : null}
      {tab === "coordonnees" ? (
        <DetailsTab
          modification={modification}
          isReadOnly={isReadOnly}
          isProfileLocked={isRefused("PROMOTE")}
        />
      ) : null}
      {tab === "historique" ? <AccountHistory identifier={account.identifier} /> : null}
      {mutation.isError ? <Failure error={mutation.error} onRetry={modification.save} /> : null}
      {count > 0 || (!isReadOnly && tab !== "historique") ? (
        <SaveBar
          count={count}
          isPending={mutation.isPending}
          onCancel={modification.cancel}
          onSave={modification.submit}
        />
      ) : null}
      {modification.isConfirming ? (
        <PromotionDialog
          account={account}
          edits={values}
          pending={mutation.isPending}
          onClose={modification.stopConfirming}
          onConfirm={modification.save}
        />
      ) : null}
      {conflict ? (
        <ConflictDialog
          payload={conflict}
          account={account}
          edits={values}
          onDiscardMine={modification.cancel}
          onKeepMine={modification.keepOnTopOf}
        />
      ) : null}
      <LeaveGuard unsaved={count > 0} identifier={account.identifier} />
    </>
  );
}
