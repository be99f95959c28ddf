/**
 * The token of an e-mail link: in the fragment, which is not sent to any server, then in this tab's storage.
 */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** The screens that links of e-mails lead to. Each keeps a token of its own. */
type LinkTarget = "/mot-de-passe" | "/inscription" | "/inscription/suivi";

/**
 * The token of the screen's link, or an empty text. It is removed from the URL, so that it is not copied or
 * bookmarked with it.
 */
export function useLinkToken(target: LinkTarget): string {
  const navigate = useNavigate();
  const location = useLocation();
  // While the next screen loads, this one is still there: the fragment may be of the other's link.
  const hash = location.pathname === target ? location.hash : "";
  const [storedToken, setStoredToken] = useState(() => sessionStorage.getItem(storageKey(target)) ?? "");
  useEffect(() => {
    if (!hash) return;
    sessionStorage.setItem(storageKey(target), hash);
    setStoredToken(hash);
    void navigate({ to: target, replace: true });
  }, [hash, navigate, target]);
  return hash || storedToken;
}

export function forgetLinkToken(target: LinkTarget): void {
  sessionStorage.removeItem(storageKey(target));
}

function storageKey(target: LinkTarget): string {
  return `comptoir.link${target}`;
}
