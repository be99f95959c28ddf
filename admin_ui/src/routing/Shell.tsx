import { Outlet } from "@tanstack/react-router";
import { Fragment, lazy, Suspense } from "react";
import { Brand } from "../design/page/Brand";
import { renewalTour } from "../employers/renewal/tour";
import { wordsOf } from "../i18n/words";
import { isAdministrator, useEmployer, useViewer } from "../service/viewer";
import { AccountMenu } from "./AccountMenu";
import { ActingBand } from "./ActingBand";
import { Identity } from "./Identity";
import { SessionDialogs } from "./SessionDialogs";
import { UnknownEmployer } from "./UnknownEmployer";

const TourStrip = lazy(async () => ({ default: (await import("../employers/renewal/TourStrip")).TourStrip }));

/** Header, band and session dialogs around every screen of a signed-in user. */
export function Shell() {
  const t = wordsOf("routing");
  const viewer = useViewer();
  const employer = useEmployer();
  const tour = renewalTour.use(viewer.account.id);
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
      {employer?.mandate ? <ActingBand employer={employer} /> : null}
      {tour && isAdministrator(viewer) ? (
        <Suspense fallback={null}>
          <TourStrip tour={tour} />
        </Suspense>
      ) : null}
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
