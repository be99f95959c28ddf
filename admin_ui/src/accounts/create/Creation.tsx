import { getRouteApi, Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { announce } from "../../design/Announcements";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { Stepper } from "../../design/Stepper";
import { OfferedDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { useEmployer, useViewer } from "../../service/viewer";
import { Created } from "./Created";
import { DetailsStep } from "./DetailsStep";
import { useDraft } from "./draft";
import type { EmployerOffer } from "./offer";
import { RightsStep } from "./RightsStep";
import { stepTitle } from "./steps";
import "./words";

const route = getRouteApi("/inside/comptes/nouveau");

/** Creating an account in three steps: details, rights, identifier (G). */
export function Creation() {
  const t = wordsOf("accounts/create");
  const employer = useEmployer();
  const { etape, identifiant } = route.useSearch();
  const offer = useServiceQuery(OfferedDocument, { employerId: employer?.id ?? "" }, employer !== undefined);
  const [attempt, setAttempt] = useState(0);
  const current = etape === "3" ? 3 : etape === "2" ? 2 : 1;
  const employerOffer = offer.data?.employer;
  return (
    <Page
      title={t("title")}
      part={employer ? stepTitle(current) : undefined}
      lead={employer ? undefined : t("notYours")}
      crumbs={[
        { label: wordsOf("glossary")("screen.dashboard"), to: "/" },
        { label: wordsOf("glossary")("screen.accounts"), to: "/comptes" },
      ]}
    >
      {employer ? (
        <>
          <Stepper labels={[t("details"), t("rights"), t("identifier")]} current={current} />
          {offer.isError ? <Failure error={offer.error} onRetry={() => void offer.refetch()} /> : null}
          {offer.isPending ? <Loading /> : null}
          {identifiant ? (
            <Created
              identifier={identifiant}
              employerId={employer.id}
              onAnother={() => setAttempt(attempt + 1)}
            />
          ) : null}
          {employerOffer && !identifiant ? (
            <CreationForm key={`${employerOffer.id} ${attempt}`} offer={employerOffer} />
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

function CreationForm({ offer }: { offer: EmployerOffer }) {
  const t = wordsOf("accounts/create");
  const { account } = useViewer();
  const { etape } = route.useSearch();
  const navigate = useNavigate();
  const storage = useDraft(account.id, offer.id);
  const [resumed, setResumed] = useState(storage.resumed);
  const keptSearch = { etablissement: offer.contractNumber };
  const goToStep = (step: "1" | "2") =>
    void navigate({
      to: "/comptes/nouveau",
      search: step === "2" ? { ...keptSearch, etape: "2" } : keptSearch,
    });
  if (etape === "2" && !storage.draft.checked) {
    return <Navigate to="/comptes/nouveau" search={keptSearch} replace />;
  }
  if (etape === "2") {
    return (
      <RightsStep
        offer={offer}
        draft={storage.draft}
        onChange={storage.change}
        onBack={() => goToStep("1")}
        onCreated={(identifiant) => {
          storage.forget();
          announce(t("created", { letters: [...identifiant].join(" ") }));
          void navigate({
            to: "/comptes/nouveau",
            search: { ...keptSearch, etape: "3", identifiant },
            replace: true,
          });
        }}
      />
    );
  }
  return (
    <DetailsStep
      offer={offer}
      draft={storage.draft}
      resumed={resumed}
      onChange={storage.change}
      onReset={() => {
        storage.discard();
        setResumed(false);
      }}
      onNext={() => goToStep("2")}
    />
  );
}
