import { useNavigate } from "@tanstack/react-router";
import { Menu } from "lucide-react";
import { Dropdown } from "../design/Dropdown";
import { chooseLanguage, language } from "../i18n/language";
import { wordsOf } from "../i18n/words";
import { toastFailure } from "../service/Failure";
import { signOut } from "../service/signOut";
import { isAdministrator, useHasSeveralEmployers, useViewer } from "../service/viewer";

/** The menu in the header: to the accounts for administrators, to one's own account, language, sign-out. */
export function AccountMenu() {
  const t = wordsOf("routing");
  const g = wordsOf("glossary");
  const navigate = useNavigate();
  const viewer = useViewer();
  const { account } = viewer;
  const hasSeveral = useHasSeveralEmployers();
  const name = `${account.firstName} ${account.lastName}`;
  const items = [
    {
      key: "own",
      label: g("screen.ownAccount"),
      onAction: () => void navigate({ to: "/mon-compte" }),
    },
    {
      key: "language",
      label: wordsOf("design")("otherLanguage"),
      onAction: () => chooseLanguage(language() === "fr" ? "en" : "fr"),
    },
    {
      key: "signOut",
      label: t("signOut"),
      onAction: () => void signOut().catch(toastFailure),
    },
  ];
  if (isAdministrator(viewer)) {
    items.unshift(
      {
        key: "accounts",
        label: g("screen.accounts"),
        onAction: () => void navigate({ to: "/comptes" }),
      },
      {
        key: "employer",
        label: g("screen.employer"),
        onAction: () => void navigate({ to: "/etablissement" }),
      },
      ...(hasSeveral
        ? [
            {
              key: "employers",
              label: g("screen.employers"),
              onAction: () => void navigate({ to: "/employeurs" }),
            },
          ]
        : []),
    );
  }
  return (
    <Dropdown label={t("menuOf", { name })} icon={<Menu size={18} aria-hidden />} items={items}>
      {t("menu")}
    </Dropdown>
  );
}
