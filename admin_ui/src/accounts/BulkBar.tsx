import { Button } from "../design/Button";
import { shownNumber } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import type { AccountsSearch, Verb } from "./search";
import type { Selection } from "./useSelection";
import { ICONS } from "./verbs";

const VERBS: readonly Verb[] = ["renouveler", "inviter", "supprimer"];

/** How many are chosen and of which scope (R2), before what can be done with them. */
export function BulkBar({
  selection,
  scope,
  total,
  shown,
  deleted,
  onAct,
}: {
  selection: Selection;
  scope: AccountsSearch["choix"];
  total: number | undefined;
  shown: number;
  deleted: boolean;
  onAct: (verb: Verb) => void;
}) {
  const t = wordsOf("accounts");
  const { count } = selection;
  const all = scope === "page" && total !== undefined && total > shown;
  return (
    <div className={`bulk ${count > 0 ? "" : "idle"}`}>
      <p role="status">
        {count > 0 ? (
          <>
            <strong>{t("selected", { count, shown: shownNumber(count) })}</strong>{" "}
            {scope === "tout" ? t("ofTheSearch") : scope === "page" && count === shown ? t("onThisPage") : ""}
          </>
        ) : total === undefined ? (
          " "
        ) : (
          t("count", { count: total, shown: shownNumber(total) })
        )}
      </p>
      {count > 0 ? (
        <div className="row">
          {all ? (
            <Button look="quiet" onPress={selection.chooseAll}>
              {t("selectAll", { shown: shownNumber(total) })}
            </Button>
          ) : null}
          {(deleted ? (["restaurer"] as const) : VERBS).map((verb) => {
            const Icon = ICONS[verb];
            return (
              <Button
                key={verb}
                look={verb === "supprimer" ? "danger" : "secondary"}
                icon={<Icon size={18} aria-hidden />}
                onPress={() => onAct(verb)}
              >
                {t(`verb.${verb}`)}
              </Button>
            );
          })}
          <Button look="quiet" onPress={selection.clear}>
            {t("deselect")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
