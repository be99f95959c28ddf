import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../design/Button";
import { Notice } from "../design/Notice";
import { wordsOf } from "../i18n/words";
import { Alone } from "../layout/Alone";
import { Page } from "../layout/Page";
import { ForgottenForm } from "./ForgottenForm";

/** Mot de passe oublié (P7): one answer, whether or not the identifier exists. */
export function Forgotten() {
  const t = wordsOf("password");
  const [identifier, setIdentifier] = useState("");
  const [asked, setAsked] = useState(false);
  const received = (of: string) => {
    setIdentifier(of);
    setAsked(true);
  };
  return (
    <Alone>
      <Page
        title={t("forgotten.title")}
        lead={asked ? null : t("forgotten.lead")}
        crumbs={[{ label: wordsOf("sign_in")("title"), to: "/connexion" }]}
      >
        {asked ? (
          <>
            <Notice look="success" title={t("forgotten.doneTitle")} alert>
              <p>{t("forgotten.done", { identifier })}</p>
            </Notice>
            <p>{t("forgotten.nothing")}</p>
            <div className="row">
              <Button onPress={() => setAsked(false)}>{t("forgotten.again")}</Button>
            </div>
          </>
        ) : (
          <ForgottenForm identifier={identifier} onReceived={received} />
        )}
        <Link to="/connexion">{t("forgotten.back")}</Link>
      </Page>
    </Alone>
  );
}
