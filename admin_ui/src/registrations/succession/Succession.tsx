import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "../../design/page/Page";
import { StandaloneScreen } from "../../design/page/StandaloneScreen";
import { RequestSuccessionDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import type { Refusal } from "../../service/client";
import { useServiceMutation } from "../../service/queries";
import { firstOpenStep } from "../form/checks";
import { useDraft } from "../form/draft";
import { ADMINISTRATOR_FIELDS, SUCCESSION_FIELDS } from "../form/fields";
import { administratorInput } from "../form/inputs";
import { PersonalDataNote } from "../form/PersonalDataNote";
import { type FormStep, RequestForm, stepTitle } from "../form/RequestForm";
import { ResumedNotice } from "../form/ResumedNotice";
import { Sent } from "../form/Sent";
import "../form/words";
import "./words";

const route = getRouteApi("/succession");

/** A new administrator for an employer whose administrators are gone, in two steps (N2). */
export function Succession() {
  const t = wordsOf("registrations/succession");
  const { etape } = route.useSearch();
  const navigate = useNavigate();
  const { draft, change, discard, resumed } = useDraft("succession");
  const [isResumed, setIsResumed] = useState(resumed);
  const request = useServiceMutation(RequestSuccessionDocument);
  const { values } = draft;
  const steps = successionSteps();
  const isSent = etape === "envoyee";
  const current = Math.min(etape === "2" ? 2 : 1, firstOpenStep(steps, values));
  const reset = () => {
    discard();
    setIsResumed(false);
  };
  const showSent = async () => {
    const email = values["administrator.email"].trim();
    await navigate({ to: "/succession", search: { etape: "envoyee" }, state: { email }, replace: true });
    reset();
  };
  const send = (onRefused: (refusals: Refusal[]) => void) =>
    request.mutate(
      {
        input: {
          employer: values.employer,
          reason: values.reason,
          administrator: administratorInput(values),
        },
      },
      {
        onSuccess: ({ requestSuccession: { errors } }) =>
          errors.length > 0 ? onRefused(errors) : void showSent(),
      },
    );
  return (
    <StandaloneScreen wide>
      <Page
        title={t("title")}
        part={isSent ? wordsOf("registrations/form")("sent.title") : stepTitle(steps, current)}
        lead={isSent ? null : t("lead")}
        crumbs={[{ label: wordsOf("sign_in")("title"), to: "/connexion" }]}
      >
        {isSent ? (
          <Sent />
        ) : (
          <>
            <RequestForm
              steps={steps}
              current={current}
              values={values}
              onChange={(next) => change({ ...draft, values: next })}
              goTo={(step) => {
                setIsResumed(false);
                void navigate({ to: "/succession", search: step === 2 ? { etape: "2" } : {} });
              }}
              send={send}
              isPending={request.isPending}
              failure={request.error}
            >
              {isResumed ? <ResumedNotice onReset={reset} /> : null}
            </RequestForm>
            <PersonalDataNote />
          </>
        )}
      </Page>
    </StandaloneScreen>
  );
}

function successionSteps(): FormStep[] {
  const t = wordsOf("registrations/succession");
  const f = wordsOf("registrations/form");
  return [
    { label: t("employer"), lead: f("required"), names: SUCCESSION_FIELDS },
    {
      label: t("administrator"),
      lead: `${t("administratorLead")} ${f("requiredToSend")}`,
      names: ADMINISTRATOR_FIELDS,
    },
  ];
}
