/** The language of the panel: the user's choice if there is one, else the browser's, else French. */
export type Language = "fr" | "en";

const STORAGE_KEY = "comptoir.language";

export function language(): Language {
  const code = storedLanguage() ?? navigator.language.slice(0, 2);
  return code === "en" ? "en" : "fr";
}

/** Reloads the page, for texts that came from the service change too. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(STORAGE_KEY, next);
  window.location.reload();
}

/** The locale for react-aria and Intl. */
export function locale(): string {
  return language() === "en" ? "en-GB" : "fr-FR";
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null; // the browser's settings can forbid storage
  }
}
