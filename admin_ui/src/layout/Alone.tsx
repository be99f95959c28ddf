import type { ReactNode } from "react";
import { Button } from "../design/Button";
import { chooseLanguage, language } from "../i18n/language";
import { wordsOf } from "../i18n/words";
import { Brand } from "./Brand";

/** A screen with nothing around it: that of a stranger, of an unknown address. */
export function Alone({ children }: { children: ReactNode }) {
  const t = wordsOf("app");
  const other = language() === "fr" ? "en" : "fr";
  return (
    <main className="alone">
      <Brand />
      {children}
      <Button look="quiet" className="language" lang={other} onPress={() => chooseLanguage(other)}>
        {t("language")}
      </Button>
    </main>
  );
}
