import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/atkinson-hyperlegible-mono/wght.css";
import "./design/styles/tokens.css";
import "./design/styles/base.css";
import "./design/styles/controls.css";
import "./design/styles/surfaces.css";
import "./design/styles/page.css";
import "./routing/shell.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { Announcements } from "./design/Announcements";
import { keepFocus } from "./design/page/screens";
import { Toasts } from "./design/Toasts";
import { locale } from "./i18n/language";
import { startI18n } from "./i18n/start";
import { LoadingBar } from "./routing/LoadingBar";
import { router } from "./routing/router";
import { translations } from "./routing/translations";
import { queryClient } from "./service/queries";

startI18n(translations);
keepFocus();
// A page restored from the browser's back/forward cache may show what was read before the user signed out.
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());
createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <I18nProvider locale={locale()}>
      <QueryClientProvider client={queryClient}>
        <LoadingBar />
        <RouterProvider router={router} />
        <Toasts />
        <Announcements />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
