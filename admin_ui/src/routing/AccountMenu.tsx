import { useNavigate } from "@tanstack/react-router";
import { User } from "lucide-react";
import { Dropdown } from "../design/Dropdown";
import { toast } from "../design/Toasts";
import { chooseLanguage, language } from "../i18n/language";
import { wordsOf } from "../i18n/words";
import { failureWords } from "../layout/Failure";
import { useViewer } from "../service/viewer";
import { signOut } from "./leaving";

/** The name at the top (G): to the accounts for administrators, to one's own account, and out. */
export function AccountMenu() {
  const t = wordsOf("app");
  const navigate = useNavigate();
  const { account, employers } = useViewer();
  const name = `${account.firstName} ${account.lastName}`;
  const items = [
    { key: "own", label: t("ownAccount"), onAct: () => void navigate({ to: "/mon-compte" }) },
    {
      key: "language",
      label: t("language"),
      onAct: () => chooseLanguage(language() === "fr" ? "en" : "fr"),
    },
    {
      key: "out",
      label: t("signOut"),
      onAct: () => void signOut().catch((error) => toast(failureWords(error), "danger")),
    },
  ];
  if (employers.length > 0) {
    items.unshift({ key: "accounts", label: t("accounts"), onAct: () => void navigate({ to: "/comptes" }) });
  }
  return (
    <Dropdown
      className="name"
      label={t("menu", { name })}
      icon={<User size={18} aria-hidden />}
      items={items}
    >
      {name}
    </Dropdown>
  );
}
