import { User } from "lucide-react";
import { Link } from "../design/Link";
import { wordsOf } from "../i18n/words";
import { useEmployer, useViewer } from "../service/viewer";
import { EmployerSwitch } from "./EmployerSwitch";

/**
 * At the top left of every screen: the user's name, which leads administrators to the accounts (G) and users to
 * their own, and the employer.
 */
export function Identity() {
  const g = wordsOf("glossary");
  const { account, employers } = useViewer();
  const employer = useEmployer() ?? account.employer;
  const isAdministrator = employers.length > 0;
  return (
    <div className="identity">
      <Link className="own-name" to={isAdministrator ? "/comptes" : "/mon-compte"}>
        <User size={18} aria-hidden />
        <span>
          {account.firstName} {account.lastName}
          <span className="visually-hidden">
            {" – "}
            {g(isAdministrator ? "screen.accounts" : "screen.ownAccount")}
          </span>
        </span>
      </Link>
      {employers.length > 1 ? (
        <EmployerSwitch />
      ) : (
        <p className="small quiet">
          {employer.name} {employer.contractNumber}
        </p>
      )}
    </div>
  );
}
