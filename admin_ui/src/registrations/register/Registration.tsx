import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Link } from "../../design/Link";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { StandaloneScreen } from "../../design/page/StandaloneScreen";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { forgetLinkToken } from "../../service/linkToken";
import { firstOpenStep } from "../form/checks";
import { useDraft } from "../form/draft";
import { stepTitle } from "../form/RequestForm";
import { Sent } from "../form/Sent";
import { RegistrationForm } from "./RegistrationForm";
import { useSavedForm } from "./savedForm";
import { registrationSteps } from "./steps";
import "../form/words";
import "./words";

const route = getRouteApi("/inscription");

/** Registering an employer in three steps, which can be saved and gone on with later (N1). */
export function Registration() {
  const t = wordsOf("registrations/register");
  const { etape } = route.useSearch();
  const navigate = useNavigate();
  const { draft, change, discard, resumed } = useDraft("registration");
  const [isResumed, setIsResumed] = useState(resumed);
  const saved = useSavedForm(draft, (loaded) => {
    change(loaded);
    setIsResumed(true);
  });
  const steps = registrationSteps();
  const isSent = etape === "envoyee";
  const wanted = etape === "3" ? 3 : etape === "2" ? 2 : 1;
  const current = Math.min(wanted, firstOpenStep(steps, draft.values));
  const startAnew = () => {
    discard();
    forgetLinkToken("/inscription");
    setIsResumed(false);
  };
  const onSent = async (email: string) => {
    await navigate({ to: "/inscription", search: { etape: "envoyee" }, state: { email }, replace: true });
    startAnew();
  };
  const form = (
    <RegistrationForm
      steps={steps}
      current={current}
      draft={draft}
      unusable={saved.unusable}
      resumed={isResumed}
      onChange={change}
      onReset={startAnew}
      goTo={(step) => {
        setIsResumed(false);
        const search = step === 3 ? { etape: "3" as const } : step === 2 ? { etape: "2" as const } : {};
        void navigate({ to: "/inscription", search });
      }}
      onSent={(email) => void onSent(email)}
    />
  );
  const lead = (
    <>
      {t("lead")} <Link to="/succession">{t("left")}</Link>
    </>
  );
  const waiting = saved.error ? <Failure error={saved.error} onRetry={saved.retry} /> : <Loading />;
  return (
    <StandaloneScreen wide>
      <Page
        title={t("title")}
        part={isSent ? wordsOf("registrations/form")("sent.title") : stepTitle(steps, current)}
        lead={isSent ? null : lead}
        crumbs={[{ label: wordsOf("sign_in")("title"), to: "/connexion" }]}
      >
        {isSent ? <Sent /> : saved.isLoading ? waiting : form}
      </Page>
    </StandaloneScreen>
  );
}
