import { useRouterState } from "@tanstack/react-router";
import { wordsOf } from "../i18n/words";
import { useIsWaiting } from "../service/requests";
import { router } from "./router";

/** Across the top of every screen while a request or the code of a screen is under way. */
export function LoadingBar() {
  const isNavigating = useRouterState({ router, select: ({ status }) => status === "pending" });
  const isWaiting = useIsWaiting();
  return (
    <div role="status" className="no-print">
      {isNavigating || isWaiting ? (
        <div role="progressbar" className="loading" aria-label={wordsOf("design")("loading")} />
      ) : null}
    </div>
  );
}
