import { ChevronsUpDown } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "../design/Button";
import { opened, rememberedEmployers } from "../employers/switcher/remembered";
import { wordsOf } from "../i18n/words";
import { type CurrentEmployer, useViewer } from "../service/viewer";

const Switcher = lazy(async () => ({ default: (await import("../employers/switcher/Switcher")).Switcher }));

/** For administrators of several employers (E1): the current one, as a button that opens the switcher; Ctrl K. */
export function EmployerSwitch({ employer }: { employer: CurrentEmployer | undefined }) {
  const t = wordsOf("routing");
  const { account } = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut(() => setIsOpen(true));
  useEffect(() => {
    if (!employer) return;
    const { name, contractNumber, siret } = employer;
    rememberedEmployers.write(
      account.id,
      opened(rememberedEmployers.read(account.id), { name, contractNumber, siret }),
    );
  }, [account.id, employer]);
  return (
    <>
      <Button
        variant="quiet"
        className="employer-switch"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPress={() => setIsOpen(true)}
      >
        <span className="visually-hidden">{t("switchEmployer")} </span>
        <span>{employer ? `${employer.name} ${employer.contractNumber}` : t("noEmployer")}</span>
        <ChevronsUpDown size={16} aria-hidden />
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <Switcher onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Ctrl K, or ⌘ K, calls `open`, unless a dialog is open already. */
function useShortcut(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault(); // some browsers' search
      if (!document.querySelector("[role$=dialog]")) open();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);
}
