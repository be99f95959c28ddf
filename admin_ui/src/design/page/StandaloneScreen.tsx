import type { ReactNode } from "react";
import { chooseLanguage, language } from "../../i18n/language";
import { wordsOf } from "../../i18n/words";
import { Button } from "../Button";
import { Brand } from "./Brand";

/** A screen without the shell: for someone who is not signed in, and for an unknown URL. `wide`: for long forms. */
export function StandaloneScreen({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const t = wordsOf("design");
  const other = language() === "fr" ? "en" : "fr";
  return (
    <main className={`alone ${wide ? "wide" : ""}`}>
      <Brand />
      {children}
      <Button variant="quiet" className="language" lang={other} onPress={() => chooseLanguage(other)}>
        {t("otherLanguage")}
      </Button>
    </main>
  );
}
