import { Download } from "lucide-react";
import { language } from "../i18n/language";
import { wordsOf } from "../i18n/words";
import { toast } from "./Toasts";

/** Downloads a list as CSV. The browser shows the progress; a toast says that the download has started. */
export function ExportLink({ list, variables }: { list: "comptes" | "historique"; variables: object }) {
  const t = wordsOf("design");
  const parameters = new URLSearchParams({ variables: JSON.stringify(variables), langue: language() });
  return (
    <a
      className="button"
      href={`/exports/${list}.csv?${parameters}`}
      download
      onClick={() => toast(t("exportBegun"))}
    >
      <Download size={18} aria-hidden />
      {t("export")}
    </a>
  );
}
