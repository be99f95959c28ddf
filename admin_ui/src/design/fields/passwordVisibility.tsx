import { useState } from "react";
import { wordsOf } from "../../i18n/words";
import { Button } from "../Button";

/**
 * Whether passwords are shown: the properties of their fields, and a button that shows and hides them, for the
 * end of one of the fields.
 */
export function usePasswordVisibility() {
  const t = wordsOf("design");
  const [isVisible, setIsVisible] = useState(false);
  const toggle = (
    <Button variant="quiet" onPress={() => setIsVisible(!isVisible)}>
      <span aria-hidden>{t(isVisible ? "hide" : "show")}</span>
      <span className="visually-hidden">{t(isVisible ? "hidePassword" : "showPassword")}</span>
    </Button>
  );
  const fieldProps = { type: isVisible ? "text" : "password", spellCheck: "false" } as const;
  return { fieldProps, toggle, show: () => setIsVisible(true) };
}
