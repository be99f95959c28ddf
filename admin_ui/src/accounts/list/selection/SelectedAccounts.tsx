import { useState } from "react";
import { Button } from "../../../design/Button";
import { Dialog } from "../../../design/Dialogs";
import { wordsOf } from "../../../i18n/words";
import type { SelectedAccount, Selection } from "./useSelection";

/** A button that shows who is selected, with a way out for each: a search or another page may hide them. */
export function SelectedAccounts({ selection }: { selection: Selection }) {
  const t = wordsOf("accounts/list");
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const hiddenIds = new Set(selection.hidden.map(({ id }) => id));
  const remove = (id: string) => {
    if (selection.accounts.length === 1) close();
    selection.toggle(id);
  };
  return (
    <>
      <Button variant="quiet" onPress={() => setIsOpen(true)}>
        {t("showSelection")}
      </Button>
      <Dialog title={t("selection")} open={isOpen} onClose={close}>
        <ul className="stack">
          {selection.accounts.map((account) => (
            <SelectedAccountItem
              key={account.id}
              account={account}
              isHidden={hiddenIds.has(account.id)}
              onRemove={() => remove(account.id)}
            />
          ))}
        </ul>
        <div className="dialog-actions">
          <Button onPress={close} autoFocus>
            {wordsOf("design")("close")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function SelectedAccountItem({
  account: { firstName, lastName, identifier },
  isHidden,
  onRemove,
}: {
  account: SelectedAccount;
  isHidden: boolean;
  onRemove: () => void;
}) {
  const t = wordsOf("accounts/list");
  const name = `${firstName} ${lastName}`;
  return (
    <li className="theme-head">
      <span>
        {name} <span className="mono">{identifier}</span>{" "}
        {isHidden ? <span className="quiet small">{t("notShown")}</span> : null}
      </span>
      <Button aria-label={t("forWhom", { action: t("remove"), name })} onPress={onRemove}>
        {t("remove")}
      </Button>
    </li>
  );
}
