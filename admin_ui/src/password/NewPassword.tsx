import { useState } from "react";
import { PasswordLinkDocument } from "../gql/graphql";
import { shownMoment } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { Alone } from "../layout/Alone";
import { Failure } from "../layout/Failure";
import { Page } from "../layout/Page";
import { useAsk } from "../service/queries";
import { NewPasswordForm } from "./NewPasswordForm";
import { useLinkToken } from "./token";
import { UnusableLink } from "./UnusableLink";

/** Where the link of an e-mail leads (C3, P7): the form if the link is good, else why not and what to do. */
export function NewPassword() {
  const t = wordsOf("password");
  const token = useLinkToken();
  const asked = useAsk(PasswordLinkDocument, { token }, token !== "");
  const [createdWith, setCreatedWith] = useState("");
  const answer = asked.isPlaceholderData ? undefined : asked.data?.passwordLink;
  const link = token ? answer : { state: "UNKNOWN" as const, purpose: null, expiresAt: null };
  const words = link?.purpose === "RESET" ? "reset" : "create";
  const usable = link?.state === "USABLE" || (token !== "" && createdWith === token); // on its way out
  const until = usable && link?.expiresAt ? t("until", { moment: shownMoment(link.expiresAt) }) : null;
  const crumbs = [{ label: wordsOf("sign_in")("title"), to: "/connexion" as const }];
  return (
    <Alone>
      <Page
        title={t(link && !usable ? "unusable.title" : `${words}.title`)}
        lead={usable ? `${t("allRequired")}. ${until}` : null}
        crumbs={crumbs}
      >
        {asked.isError && !link ? <Failure error={asked.error} onRetry={() => void asked.refetch()} /> : null}
        {usable ? (
          <NewPasswordForm key={token} token={token} words={words} onCreated={() => setCreatedWith(token)} />
        ) : null}
        {link && !usable ? <UnusableLink state={link.state} reset={words === "reset"} /> : null}
      </Page>
    </Alone>
  );
}
