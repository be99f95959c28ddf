import { Outlet } from "@tanstack/react-router";
import { wordsOf } from "../i18n/words";
import { Brand } from "../layout/Brand";
import { AccountMenu } from "./AccountMenu";
import { EmployerSwitch } from "./EmployerSwitch";
import { SessionDialogs } from "./SessionDialogs";

/** What stands around every screen of a person who is signed in. */
export function Shell() {
  const t = wordsOf("app");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="top no-print">
        <div className="top-inside">
          <Brand />
          <div className="row">
            <EmployerSwitch />
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
