import { Button } from "../../design/Button";
import { toast } from "../../design/Toasts";
import { AcceptMandateDocument, type MandateItemFragment } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { toastFailure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";
import { type MandateAction, MandateItem, type Side } from "./MandateItem";
import { MandateList } from "./MandateList";
import { byUrgency } from "./order";
import "./mandates.css";

const OPEN_STATES: readonly string[] = ["PROPOSED", "ACTIVE"];

/** The mandates of one side: those that are open, then the past ones, folded. */
export function Mandates({
  employerId,
  side,
  mandates,
  concerned,
  onPropose,
  onAction,
}: {
  employerId: string;
  side: Side;
  mandates: readonly MandateItemFragment[];
  concerned: string | undefined;
  onPropose?: () => void;
  onAction: (action: MandateAction, mandateId: string) => void;
}) {
  const t = wordsOf("employers/mandates");
  const acceptance = useServiceMutation(AcceptMandateDocument);
  const open = byUrgency(mandates.filter(({ state }) => OPEN_STATES.includes(state)));
  const past = mandates.filter(({ state }) => !OPEN_STATES.includes(state));
  const accept = (mandateId: string) =>
    acceptance.mutate(
      { input: { employerId, mandateId } },
      {
        onSuccess: ({ outcome: { errors } }) => {
          const [refusal] = errors;
          if (refusal) return toast(refusal.message, "danger");
          toast(t("accepted"));
          onAction("designer", mandateId); // none acts before the centre has named them
        },
        onError: toastFailure,
      },
    );
  const items = (list: readonly MandateItemFragment[]) => (
    <MandateList
      mandates={list}
      side={side}
      concerned={concerned}
      item={(mandate) => (
        <MandateItem
          key={mandate.id}
          mandate={mandate}
          side={side}
          isAccepting={acceptance.isPending}
          onAccept={() => accept(mandate.id)}
          onAction={(action) => onAction(action, mandate.id)}
        />
      )}
    />
  );
  return (
    <section className="card padded stack" aria-labelledby={`mandates-${side}`}>
      <div className="theme-head">
        <h2 id={`mandates-${side}`}>{t(side)}</h2>
        {onPropose ? <Button onPress={onPropose}>{t("propose")}</Button> : null}
      </div>
      <p className="quiet">{t(side === "given" ? "givenLead" : "heldLead")}</p>
      {open.length > 0 ? items(open) : <p>{t(side === "given" ? "noneGiven" : "noneHeld")}</p>}
      {past.length > 0 ? (
        <details>
          <summary>{t("past", { shown: formatNumber(past.length) })}</summary>
          {items(past)}
        </details>
      ) : null}
    </section>
  );
}
