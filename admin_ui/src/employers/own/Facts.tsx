import type { EmployerPageQuery } from "../../gql/graphql";
import { formatSiret } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";

export type EmployerFacts = NonNullable<EmployerPageQuery["employer"]>;

/** Name, numbers and postal address. */
export function Details({ employer }: { employer: EmployerFacts }) {
  const t = wordsOf("employers/own");
  return (
    <section className="card padded stack" aria-labelledby="details">
      <h2 id="details">{t("details")}</h2>
      <dl className="facts">
        <Fact label={t("name")}>{employer.name}</Fact>
        <Fact label={t("siret")}>{formatSiret(employer.siret)}</Fact>
        <Fact label={t("contractNumber")}>{employer.contractNumber}</Fact>
        <Fact label={t("postalAddress")}>{employer.postalAddress.join(", ")}</Fact>
        <Fact label={t("funds")}>{employer.funds.join(", ")}</Fact>
      </dl>
    </section>
  );
}

export function Representative({ employer: { legalRepresentative } }: { employer: EmployerFacts }) {
  const t = wordsOf("employers/own");
  const g = wordsOf("glossary");
  const { civility, firstName, lastName, title } = legalRepresentative;
  return (
    <section className="card padded stack" aria-labelledby="representative">
      <h2 id="representative">{t("representative")}</h2>
      <p>
        {g(`civility.${civility}`)} {firstName} {lastName}
        {title ? (
          <>
            <br />
            {title}
          </>
        ) : null}
      </p>
      <p className="quiet small">{t("representativeUse")}</p>
    </section>
  );
}

/** The services that rights can be granted on, by theme: those of the employer's contracts. */
export function Contracts({ employer: { services } }: { employer: EmployerFacts }) {
  const t = wordsOf("employers/own");
  const themes = new Map(services.map(({ theme }) => [theme.code, theme.label]));
  return (
    <section className="card padded stack" aria-labelledby="contracts">
      <h2 id="contracts">{t("contracts")}</h2>
      {services.length === 0 ? <p className="quiet">{t("noService")}</p> : null}
      <div className="employer-services">
        {[...themes].map(([code, label]) => (
          <div key={code}>
            <h3>{label}</h3>
            <ul className="points">
              {services
                .filter(({ theme }) => theme.code === code)
                .map((service) => (
                  <li key={service.code}>{service.label}</li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt className="quiet small">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
