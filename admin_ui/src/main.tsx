import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/atkinson-hyperlegible-mono/wght.css";
import "./design/tokens.css";
import "./design/base.css";
import "./design/controls.css";
import "./design/surfaces.css";
import "./routing/shell.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { Toasts } from "./design/Toasts";
import { locale } from "./i18n/language";
import { router } from "./routing/router";
import { startI18n } from "./routing/translations";
import { queryClient } from "./service/queries";

startI18n();
// A page that the browser has kept whole may show what was read before someone signed out.
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());
createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <I18nProvider locale={locale()}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
