import { History, Key, User } from "lucide-react";
import { Link } from "../../design/Link";
import { wordsOf } from "../../i18n/words";
import { TABS, type Tab } from "./search";

const ICONS = { droits: Key, coordonnees: User, historique: History };

/** Links, since each tab has its own URL. */
export function AccountTabs({ identifier, current }: { identifier: string; current: Tab }) {
  const t = wordsOf("accounts/modify");
  return (
    <nav className="tab-list no-print" aria-label={t("title")}>
      {TABS.map((name) => {
        const Icon = ICONS[name];
        return (
          <Link
            key={name}
            className="tab"
            to="/comptes/$identifier"
            params={{ identifier }}
            search={name === "droits" ? {} : { onglet: name }}
            replace
            resetScroll={false}
            current={name === current}
          >
            <Icon size={18} aria-hidden />
            {t(`tabs.${name}`)}
          </Link>
        );
      })}
    </nav>
  );
}
