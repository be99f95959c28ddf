import { useState } from "react";
import { Button } from "../design/Button";
import { Link } from "../design/Link";
import { Notice } from "../design/Notice";
import { Page } from "../design/page/Page";
import { StandaloneScreen } from "../design/page/StandaloneScreen";
import { wordsOf } from "../i18n/words";
import { ForgottenPasswordForm } from "./ForgottenPasswordForm";

/** Requesting a password link (P7): the same answer whether or not the identifier exists. */
export function ForgottenPassword() {
  const t = wordsOf("password");
  const [identifier, setIdentifier] = useState("");
  const [isRequested, setIsRequested] = useState(false);
  const onReceived = (requested: string) => {
    setIdentifier(requested);
    setIsRequested(true);
  };
  return (
    <StandaloneScreen>
      <Page
        title={t("forgotten.title")}
        part={isRequested ? t("forgotten.doneTitle") : undefined}
        lead={isRequested ? null : t("forgotten.lead")}
        crumbs={[{ label: wordsOf("sign_in")("title"), to: "/connexion" }]}
      >
        {isRequested ? (
          <>
            <Notice variant="success" title={t("forgotten.doneTitle")} alert>
              <p>{t("forgotten.done", { identifier })}</p>
            </Notice>
            <p>{t("forgotten.nothing")}</p>
            <div className="row">
              <Button onPress={() => setIsRequested(false)}>{t("forgotten.again")}</Button>
            </div>
          </>
        ) : (
          <ForgottenPasswordForm identifier={identifier} onReceived={onReceived} />
        )}
        <Link to="/connexion">{t("forgotten.back")}</Link>
      </Page>
    </StandaloneScreen>
  );
}
