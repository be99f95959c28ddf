import { ButtonLink } from "../../design/Button";
import { Link } from "../../design/Link";
import { Loading } from "../../design/Loading";
import { StepHeading } from "../../design/page/StepHeading";
import { CreatedDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { IdentifierActions } from "../details/IdentifierActions";
import { stepTitle } from "./steps";

/** Step 3: the identifier, to pass on in person: on screen, spoken, printed (G). */
export function Created({
  identifier,
  employerId,
  onAnother,
}: {
  identifier: string;
  employerId: string;
  onAnother: () => void;
}) {
  const t = wordsOf("accounts/create");
  const g = wordsOf("glossary");
  const { data, isError, error } = useServiceQuery(CreatedDocument, { identifier });
  if (isError) return <Failure error={error} />;
  if (!data) return <Loading />;
  if (data.account?.employer.id !== employerId) return <p>{t("unknown")}</p>;
  const { civility, firstName, lastName, email } = data.account;
  return (
    <section className="card padded step stack">
      <StepHeading>{stepTitle(3)}</StepHeading>
      <p>{t("identifierOf", { name: `${g(`civility.${civility}`)} ${firstName} ${lastName}` })}</p>
      <p className="large-identifier mono">{identifier}</p>
      <div className="row">
        <IdentifierActions identifier={identifier} />
      </div>
      <h3>{t("whatNow")}</h3>
      <ul className="points">
        <li>{t("passOn")}</li>
        <li>{t("mail", { email })}</li>
        <li>{t("letter")}</li>
      </ul>
      <div className="row end">
        <Link to="/comptes">{t("toAccounts")}</Link>
        <ButtonLink to="/comptes/nouveau" variant="primary" onClick={onAnother}>
          {t("another")}
        </ButtonLink>
      </div>
    </section>
  );
}
