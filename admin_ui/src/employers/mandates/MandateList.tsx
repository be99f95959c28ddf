import { type ReactNode, useId, useState } from "react";
import { Button } from "../../design/Button";
import { Field } from "../../design/fields/Field";
import type { MandateItemFragment } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import type { Side } from "./MandateItem";
import { matching } from "./order";

/** A centre may hold hundreds. */
const SHOWN_AT_FIRST = 20;

/** The first mandates of a list, all of them on request, and a filter by the other side where they are many. */
export function MandateList({
  mandates,
  side,
  concerned,
  item,
}: {
  mandates: readonly MandateItemFragment[];
  side: Side;
  /** The mandate that something was last done to is always shown. */
  concerned: string | undefined;
  item: (mandate: MandateItemFragment) => ReactNode;
}) {
  const t = wordsOf("employers/mandates");
  const id = useId();
  const [text, setText] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  const matches = matching(mandates, side, text);
  const shown = showsAll
    ? matches
    : matches.filter((mandate, index) => index < SHOWN_AT_FIRST || mandate.id === concerned);
  const others = matches.length - shown.length;
  return (
    <>
      {mandates.length > SHOWN_AT_FIRST ? (
        <>
          <Field
            id={id}
            label={t("filter")}
            type="search"
            autoComplete="off"
            value={text}
            onChange={setText}
          />
          <p role="status" className="quiet small">
            {t("shown", { shown: formatNumber(shown.length), total: formatNumber(matches.length) })}
          </p>
        </>
      ) : null}
      <ul className="mandates">{shown.map(item)}</ul>
      {others > 0 ? (
        <div>
          <Button onPress={() => setShowsAll(true)}>
            {t("others", { count: others, shown: formatNumber(others) })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
