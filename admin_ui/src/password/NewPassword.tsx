import { useState } from "react";
import { Loading } from "../design/Loading";
import { Page } from "../design/page/Page";
import { StandaloneScreen } from "../design/page/StandaloneScreen";
import { PasswordLinkDocument } from "../gql/graphql";
import { formatMoment } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useLinkToken } from "../service/linkToken";
import { useServiceQuery } from "../service/queries";

import { NewPasswordForm } from "./NewPasswordForm";
import { UnusableLink } from "./UnusableLink";

/** The target of an e-mail link (C3, P7): the form if the link is usable, else the reason and what to do. */
export function NewPassword() {
  const t = wordsOf("password");
  const token = useLinkToken("/mot-de-passe");
  const query = useServiceQuery(PasswordLinkDocument, { token }, token !== "");
  const [usedToken, setUsedToken] = useState("");
  const response = query.isPlaceholderData ? undefined : query.data?.passwordLink;
  const link = token ? response : { state: "UNKNOWN" as const, purpose: null, expiresAt: null };
  const purpose = link?.purpose === "RESET" ? "reset" : "create";
  // A link that was just used still counts, so that the form stays while the sign-in screen loads.
  const usable = link?.state === "USABLE" || (token !== "" && usedToken === token);
  const validUntil = usable && link?.expiresAt ? t("until", { moment: formatMoment(link.expiresAt) }) : null;
  const crumbs = [{ label: wordsOf("sign_in")("title"), to: "/connexion" as const }];
  return (
    <StandaloneScreen>
      <Page
        title={t(link && !usable ? "unusable.title" : `${purpose}.title`)}
        lead={usable ? `${t("allRequired")}. ${validUntil}` : null}
        crumbs={crumbs}
      >
        {link || query.isError ? null : <Loading />}
        {query.isError && !link ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
        {usable ? (
          <NewPasswordForm
            key={token}
            token={token}
            purpose={purpose}
            onCreated={() => setUsedToken(token)}
          />
        ) : null}
        {link && !usable ? <UnusableLink state={link.state} isReset={purpose === "reset"} /> : null}
      </Page>
    </StandaloneScreen>
  );
}
