import { Download } from "lucide-react";
import { language } from "../i18n/language";
import { wordsOf } from "../i18n/words";
import { toast } from "./Toasts";

/** A list as a file. The browser shows how far it has come; what began is said here. */
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
