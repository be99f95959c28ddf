import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { wordsOf } from "../i18n/words";

/**
 * A message while the browser is offline. Its status region is always there, so that screen readers announce
 * it.
 */
export function OfflineBanner() {
  const t = wordsOf("routing");
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="no-print">
      {online ? null : (
        <p className="offline">
          <WifiOff size={18} aria-hidden />
          {t("offline")}
        </p>
      )}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
