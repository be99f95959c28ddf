import { EmailLink, PhoneLink } from "../design/ContactLinks";
import type { OwnDeskQuery } from "../gql/graphql";
import { wordsOf } from "../i18n/words";

type Employer = Pick<
  NonNullable<OwnDeskQuery["viewer"]["account"]>["employer"],
  "name" | "contractNumber" | "administrators"
>;

/** The administrators of an employer and how to contact them (G). */
export function Administrators({ employer, title }: { employer: Employer; title?: string }) {
  const t = wordsOf("employers");
  const g = wordsOf("glossary");
  const { name, contractNumber, administrators } = employer;
  return (
    <section className="card padded stack" aria-labelledby="administrators">
      <h2 id="administrators">{title ?? t("yourAdministrators")}</h2>
      <p className="quiet">
        {name} {contractNumber}
      </p>
      {administrators.length === 0 ? <p>{t("noAdministrator")}</p> : null}
      <ul className="stack">
        {administrators.map(({ civility, firstName, lastName, email, phone }) => (
          <li key={email}>
            {g(`civility.${civility}`)} {firstName} {lastName}
            <br />
            <EmailLink email={email} />
            {phone ? (
              <>
                <br />
                <PhoneLink phone={phone} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
