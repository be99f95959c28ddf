import { Button } from "../../design/Button";
import type { MandateItemFragment } from "../../gql/graphql";
import { daysUntil, formatDay, formatSiret } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";

import { headingId } from "./useConcerned";

/** `given`: seen by the employer that gave it; `held`: by the centre. */
export type Side = "given" | "held";
export type MandateAction = "suite" | "finir" | "refuser" | "designer";

const STATE_STYLES = {
  PROPOSED: "warning",
  ACTIVE: "success",
  FUTURE: "neutral",
  DECLINED: "danger",
  LAPSED: "neutral",
  ENDED: "neutral",
  EXPIRED: "neutral",
} as const;

/** Days before the end from which the item says how many are left. */
const COUNTDOWN_DAYS = 60;

/** A mandate as one side sees it: the other side, the scope, the days, the state in words, and what can be done. */
export function MandateItem({
  mandate,
  side,
  isAccepting,
  onAccept,
  onAction,
}: {
  mandate: MandateItemFragment;
  side: Side;
  isAccepting: boolean;
  onAccept: () => void;
  onAction: (action: MandateAction) => void;
}) {
  const t = wordsOf("employers/mandates");
  const g = wordsOf("glossary");
  const { scope, startsOn, endsOn, holders } = mandate;
  const other = side === "given" ? mandate.centre : mandate.giver;
  const state = mandate.state === "ACTIVE" && daysUntil(startsOn) > 0 ? "FUTURE" : mandate.state;
  const left = daysUntil(endsOn);
  return (
    <li className="mandate">
      <h3 id={headingId(mandate.id)} tabIndex={-1}>
        {other.name} <span className="quiet small figures">{formatSiret(other.siret)}</span>
      </h3>
      <p className="row">
        <span className={`badge ${STATE_STYLES[state]}`}>
          {t(`state.${state}`, { from: formatDay(startsOn) })}
        </span>
        <strong>{g(`scope.${scope}`)}</strong>
        <span className="figures">{t("days", { from: formatDay(startsOn), until: formatDay(endsOn) })}</span>
        {state === "ACTIVE" && left <= COUNTDOWN_DAYS ? (
          <span className="badge warning">{left === 0 ? t("lastDay") : t("soon", { count: left })}</span>
        ) : null}
      </p>
      {mandate.state === "ACTIVE" ? <Holders holders={holders} /> : null}
      <div className="row">
        {side === "held" && state === "PROPOSED" ? (
          <>
            <Button variant="primary" onPress={onAccept} isPending={isAccepting}>
              {t("accept")}
            </Button>
            <Button onPress={() => onAction("refuser")}>{t("decline")}</Button>
          </>
        ) : null}
        {side === "held" && mandate.state === "ACTIVE" ? (
          <Button onPress={() => onAction("designer")}>{t("name")}</Button>
        ) : null}
        {side === "given" && (mandate.state === "ACTIVE" || state === "EXPIRED") ? (
          <Button onPress={() => onAction("suite")}>{t("successor")}</Button>
        ) : null}
        {mandate.state === "ACTIVE" || (side === "given" && state === "PROPOSED") ? (
          <Button variant="danger" onPress={() => onAction("finir")}>
            {t(state === "PROPOSED" ? "withdraw" : "end")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Holders({ holders }: { holders: MandateItemFragment["holders"] }) {
  const t = wordsOf("employers/mandates");
  const g = wordsOf("glossary");
  if (holders.length === 0) return <p className="quiet">{t("noHolder")}</p>;
  return (
    <p>
      {t("holders")}{" "}
      {holders
        .map(
          ({ civility, firstName, lastName, identifier }) =>
            `${g(`civility.${civility}`)} ${firstName} ${lastName} (${identifier})`,
        )
        .join(", ")}
    </p>
  );
}
