/**
 * The token of an e-mail link: in the fragment, which is not sent to any server, then in this tab's storage.
 */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

const STORAGE_KEY = "comptoir.link";

/**
 * The token, or an empty text. It is removed from the URL, so that it is not copied or bookmarked with it.
 */
export function useLinkToken(): string {
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [storedToken, setStoredToken] = useState(() => sessionStorage.getItem(STORAGE_KEY) ?? "");
  useEffect(() => {
    if (!hash) return;
    sessionStorage.setItem(STORAGE_KEY, hash);
    setStoredToken(hash);
    void navigate({ to: "/mot-de-passe", replace: true });
  }, [hash, navigate]);
  return hash || storedToken;
}

export function forgetLinkToken(): void {
  sessionStorage.removeItem(STORAGE_KEY);
}
