import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ButtonLink } from "../../design/Button";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { EmployerPageDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { type CurrentEmployer, useEmployer, useViewer } from "../../service/viewer";
import { Administrators } from "../Administrators";
import { MandateDialogs } from "../mandates/MandateDialogs";
import { Mandates } from "../mandates/Mandates";
import { useConcerned } from "../mandates/useConcerned";
import { CorrectionDialog } from "./CorrectionDialog";
import { Contracts, Details, Representative } from "./Facts";
import type { EmployerAction } from "./search";
import "./own.css";
import "./words";
import "../mandates/words";

const route = getRouteApi("/inside/etablissement");

/** The employer's own page: what the platform knows of it, who administers it, its mandates. */
export function EmployerPage() {
  const t = wordsOf("employers/own");
  const g = wordsOf("glossary");
  const employer = useEmployer();
  const { account } = useViewer();
  const isOwn = employer?.id === account.employer.id;
  return (
    <Page
      title={t(isOwn || !employer ? "title" : "titleOther")}
      lead={t(employer ? "lead" : "notYours")}
      crumbs={[{ label: g("screen.dashboard"), to: "/" }]}
      actions={
        isOwn ? (
          <ButtonLink to="/etablissement" search={{ action: "corriger" }} resetScroll={false}>
            {t("correct")}
          </ButtonLink>
        ) : null
      }
    >
      {employer ? <PageOf employer={employer} isOwn={isOwn} /> : null}
    </Page>
  );
}

function PageOf({ employer: { id }, isOwn }: { employer: CurrentEmployer; isOwn: boolean }) {
  const t = wordsOf("employers/own");
  const { action, mandat } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, isError, refetch } = useServiceQuery(EmployerPageDocument, {
    employerId: id,
    own: isOwn,
  });
  const open = (next: EmployerAction, mandate?: string) =>
    void navigate({
      to: "/etablissement",
      search: { action: next, ...(mandate ? { mandat: mandate } : {}) },
      resetScroll: false,
    });
  const close = () => void navigate({ to: "/etablissement", search: {}, replace: true, resetScroll: false });
  const facts = data?.employer;
  const concerned = useConcerned(mandat, [...(facts?.mandatesGiven ?? []), ...(facts?.mandatesHeld ?? [])]);
  if (isError && !facts) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!facts) return <Loading />;
  const { mandatesGiven, mandatesHeld } = facts;
  return (
    <>
      <div className="employer-cards">
        <Details employer={facts} />
        <Representative employer={facts} />
        <Administrators employer={facts} title={t("administrators")} />
        <Contracts employer={facts} />
      </div>
      {mandatesGiven ? (
        <Mandates
          employerId={id}
          side="given"
          mandates={mandatesGiven}
          concerned={concerned}
          onPropose={() => open("proposer")}
          onAction={open}
        />
      ) : null}
      {mandatesHeld ? (
        <Mandates employerId={id} side="held" mandates={mandatesHeld} concerned={concerned} onAction={open} />
      ) : null}
      {isOwn && action === "corriger" ? <CorrectionDialog employer={facts} onClose={close} /> : null}
      {isOwn && action && action !== "corriger" ? (
        <MandateDialogs
          employerId={id}
          action={action}
          mandateId={mandat}
          given={mandatesGiven ?? []}
          held={mandatesHeld ?? []}
          onClose={close}
        />
      ) : null}
    </>
  );
}
