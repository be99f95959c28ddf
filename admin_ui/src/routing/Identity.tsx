import { User } from "lucide-react";
import { Link } from "../design/Link";
import { wordsOf } from "../i18n/words";
import { isAdministrator, useEmployer, useHasSeveralEmployers, useViewer } from "../service/viewer";
import { EmployerSwitch } from "./EmployerSwitch";

/**
 * At the top left of every screen: the user's name, which leads administrators to the accounts (G) and users to
 * their own, and the employer.
 */
export function Identity() {
  const g = wordsOf("glossary");
  const viewer = useViewer();
  const { account } = viewer;
  const current = useEmployer();
  const administers = isAdministrator(viewer);
  const employer = current ?? (administers ? null : account.employer);
  return (
    <div className="identity">
      <Link className="own-name" to={administers ? "/comptes" : "/mon-compte"}>
        <User size={18} aria-hidden />
        <span>
          {account.firstName} {account.lastName}
          <span className="visually-hidden">
            {" – "}
            {g(administers ? "screen.accounts" : "screen.ownAccount")}
          </span>
        </span>
      </Link>
      {useHasSeveralEmployers() ? (
        <EmployerSwitch employer={current} />
      ) : employer ? (
        <p className="small quiet">
          {employer.name} {employer.contractNumber}
        </p>
      ) : null}
    </div>
  );
}
