import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Stepper } from "../design/Stepper";
import { OfferedDocument } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { Page } from "../layout/Page";
import { useAsk } from "../service/queries";
import { useEmployer, useViewer } from "../service/viewer";
import { Created } from "./Created";
import { DetailsStep } from "./DetailsStep";
import { useDraft } from "./draft";
import type { Offered } from "./offered";
import { RightsStep } from "./RightsStep";
import "./creation.css";

const route = getRouteApi("/inside/comptes/nouveau");

/** Créer un compte: details, rights, identifier (G, steps 1 to 3). */
export function Creation() {
  const t = wordsOf("creation");
  const employer = useEmployer();
  const { etape, identifiant } = route.useSearch();
  const offered = useAsk(OfferedDocument, { employerId: employer?.id ?? "" }, employer !== undefined);
  const [attempt, setAttempt] = useState(0);
  const current = etape === "3" ? 3 : etape === "2" ? 2 : 1;
  const known = offered.data?.employer;
  return (
    <Page
      title={t("title")}
      lead={employer ? undefined : t("notYours")}
      crumbs={[
        { label: wordsOf("app")("dashboard"), to: "/" },
        { label: wordsOf("app")("accounts"), to: "/comptes" },
      ]}
    >
      {employer ? (
        <>
          <Stepper labels={[t("details"), t("rights"), t("identifier")]} current={current} />
          {offered.isError ? <Failure error={offered.error} onRetry={() => void offered.refetch()} /> : null}
          {identifiant ? (
            <Created identifier={identifiant} onAnother={() => setAttempt(attempt + 1)} />
          ) : null}
          {known && !identifiant ? <Form key={`${known.id} ${attempt}`} offered={known} /> : null}
        </>
      ) : null}
    </Page>
  );
}

function Form({ offered }: { offered: Offered }) {
  const { account } = useViewer();
  const { etape, etablissement } = route.useSearch();
  const navigate = useNavigate();
  const kept = useDraft(account.id, offered.id);
  const [resumed, setResumed] = useState(kept.resumed);
  const place = etablissement ? { etablissement } : {};
  const go = (step: "1" | "2") =>
    void navigate({ to: "/comptes/nouveau", search: step === "2" ? { ...place, etape: "2" } : place });
  if (etape === "2" && kept.draft.checked) {
    return (
      <RightsStep
        offered={offered}
        draft={kept.draft}
        onChange={kept.change}
        onBack={() => go("1")}
        onCreated={(identifiant) => {
          kept.discard();
          void navigate({
            to: "/comptes/nouveau",
            search: { ...place, etape: "3", identifiant },
            replace: true,
          });
        }}
      />
    );
  }
  return (
    <DetailsStep
      offered={offered}
      draft={kept.draft}
      resumed={resumed}
      onChange={kept.change}
      onAgain={() => {
        kept.discard();
        setResumed(false);
      }}
      onNext={() => go("2")}
    />
  );
}
