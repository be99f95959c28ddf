import { Outlet } from "@tanstack/react-router";
import { Fragment } from "react";
import { Brand } from "../design/page/Brand";
import { wordsOf } from "../i18n/words";
import { isAdministrator, useEmployer, useViewer } from "../service/viewer";
import { AccountMenu } from "./AccountMenu";
import { Identity } from "./Identity";
import { SessionDialogs } from "./SessionDialogs";
import { UnknownEmployer } from "./UnknownEmployer";

/** Header and session dialogs around every screen of a signed-in user. */
export function Shell() {
  const t = wordsOf("routing");
  const viewer = useViewer();
  const employer = useEmployer();
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
        {/* The key: nothing of one employer's screen, nor of what it has read, is shown for another (E5). */}
        <Fragment key={employer?.id}>
          {isAdministrator(viewer) && !employer ? <UnknownEmployer /> : <Outlet />}
        </Fragment>
      </main>
      <SessionDialogs />
    </>
  );
}
