import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, User } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { toast } from "../design/Toasts";
import { chooseLanguage, language } from "../i18n/language";
import { wordsOf } from "../i18n/words";
import { failureWords } from "./Failure";
import { signOut } from "./leaving";
import { useViewer } from "./viewer";

/** The name at the top (G): to the accounts for administrators, to one's own account, and out. */
export function AccountMenu() {
  const t = wordsOf("app");
  const navigate = useNavigate();
  const { account, employers } = useViewer();
  const name = `${account.firstName} ${account.lastName}`;
  return (
    <MenuTrigger>
      <Button className="button quiet name" aria-label={t("menu", { name })}>
        <User size={18} aria-hidden />
        {name}
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu>
          {employers.length > 0 ? (
            <MenuItem className="option" onAction={() => void navigate({ to: "/comptes" })}>
              {t("accounts")}
            </MenuItem>
          ) : null}
          <MenuItem className="option" onAction={() => void navigate({ to: "/mon-compte" })}>
            {t("ownAccount")}
          </MenuItem>
          <MenuItem className="option" onAction={() => chooseLanguage(language() === "fr" ? "en" : "fr")}>
            {t("language")}
          </MenuItem>
          <MenuItem
            className="option"
            onAction={() => void signOut().catch((error) => toast(failureWords(error), "danger"))}
          >
            {t("signOut")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
