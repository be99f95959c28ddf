import { Users } from "lucide-react";
import { wordsOf } from "../../i18n/words";
import { Link } from "../Link";

export function Brand() {
  const t = wordsOf("design");
  return (
    <Link to="/" className="brand">
      <Users size={26} aria-hidden />
      <span>{t("platform")}</span>
    </Link>
  );
}
