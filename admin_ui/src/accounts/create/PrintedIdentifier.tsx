import { useParams } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { Button } from "../../design/Button";
import { Page } from "../../design/page/Page";
import { CreatedDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import "./creation.css";

/** A sheet to hand over: the holder, the identifier, where to sign in. */
export function PrintedIdentifier() {
  const t = wordsOf("accounts/create");
  const g = wordsOf("glossary");
  const { identifier } = useParams({ from: "/inside/comptes/$identifier/imprimer" });
  const { data, isError, error } = useServiceQuery(CreatedDocument, { identifier });
  const account = data?.account;
  if (isError) return <Failure error={error} />;
  if (!data) return null;
  if (!account) return <Page title={t("unknown")}>{null}</Page>;
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
        <p className="identifier mono">{account.identifier}</p>
        <p>{t("printedHow", { address: `${window.location.origin}/connexion` })}</p>
      </section>
    </Page>
  );
}
