import { useParams } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { Button } from "../../design/Button";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { CreatedDocument, type CreatedQuery } from "../../gql/graphql";
import { formatDayOf } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { useEmployer } from "../../service/viewer";
import "./words";

/** A sheet to hand over: the holder, the identifier, where to sign in. */
export function PrintedIdentifier() {
  const t = wordsOf("accounts/create");
  const g = wordsOf("glossary");
  const { identifier } = useParams({ from: "/inside/comptes/$identifier/imprimer" });
  const { data, isError, error } = useServiceQuery(CreatedDocument, { identifier });
  const employer = useEmployer();
  const account = data?.account;
  if (isError && !data) {
    return (
      <Page title={t("printedTitle")}>
        <Failure error={error} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={t("printedTitle")}>
        <Loading />
      </Page>
    );
  }
  if (!account || (employer && employer.id !== account.employer.id))
    return <Page title={t("unknown")}>{null}</Page>;
  return (
    <Page
      title={t("printedTitle")}
      actions={
        <Button variant="primary" onPress={() => window.print()} icon={<Printer size={18} aria-hidden />}>
          {t("printNow")}
        </Button>
      }
    >
      <section className="card padded step stack sheet">
        <p>
          {account.employer.name} {account.employer.contractNumber}
        </p>
        <p>
          {g(`civilityLong.${account.civility}`)} {account.firstName} {account.lastName}
        </p>
        <p className="large-identifier mono">{account.identifier}</p>
        <HowToSignIn account={account} />
      </section>
    </Page>
  );
}

/** The deadline is that of the link in the e-mail (C3); a holder who has a password needs none. */
function HowToSignIn({ account }: { account: NonNullable<CreatedQuery["account"]> }) {
  const t = wordsOf("accounts/create");
  const { status, invitation } = account;
  const address = `${window.location.origin}/connexion`;
  if (status !== "PENDING") return <p>{t("printedSignIn", { address })}</p>;
  return (
    <>
      <p>{t("printedMail")}</p>
      {invitation ? <p>{t("printedDeadline", { day: formatDayOf(invitation.expiresAt) })}</p> : null}
      <p>{t("printedThen", { address })}</p>
    </>
  );
}
