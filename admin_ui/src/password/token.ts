/** The token of the link that was followed: in the fragment, which no server sees, then in this tab only. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

const KEY = "comptoir.link";

/** Empty if there was none. It leaves the address bar, so that nobody copies or keeps it with the address. */
export function useLinkToken(): string {
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [kept, setKept] = useState(() => sessionStorage.getItem(KEY) ?? "");
  useEffect(() => {
    if (!hash) return;
    sessionStorage.setItem(KEY, hash);
    setKept(hash);
    void navigate({ to: "/mot-de-passe", replace: true });
  }, [hash, navigate]);
  return hash || kept;
}

export function forgetLink(): void {
  sessionStorage.removeItem(KEY);
}
