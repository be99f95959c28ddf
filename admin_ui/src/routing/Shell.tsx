import { Outlet } from "@tanstack/react-router";
import { Brand } from "../design/page/Brand";
import { wordsOf } from "../i18n/words";
import { AccountMenu } from "./AccountMenu";
import { Identity } from "./Identity";
import { SessionDialogs } from "./SessionDialogs";

/** Header and session dialogs around every screen of a signed-in user. */
export function Shell() {
  const t = wordsOf("routing");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="top no-print">
        <div className="top-inside">
          <Identity />
          <Brand />
          <div className="top-menu">
            <AccountMenu />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <SessionDialogs />
    </>
  );
}
