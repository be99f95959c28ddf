/** The language of the panel: the reader's choice if there is one, else the browser's, else French. */
export type Language = "fr" | "en";

const KEY = "comptoir.language";

export function language(): Language {
  const chosen = stored() ?? navigator.language.slice(0, 2);
  return chosen === "en" ? "en" : "fr";
}

/** Takes effect by loading the page again: texts that came from the service change too. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  window.location.reload();
}

/** For react-aria and Intl. */
export function locale(): string {
  return language() === "en" ? "en-GB" : "fr-FR";
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
