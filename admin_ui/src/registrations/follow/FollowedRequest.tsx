import { useLocation } from "@tanstack/react-router";
import { Loading } from "../../design/Loading";
import { Page } from "../../design/page/Page";
import { StandaloneScreen } from "../../design/page/StandaloneScreen";
import { FollowedRegistrationDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useLinkToken } from "../../service/linkToken";
import { useServiceQuery } from "../../service/queries";
import { AwaitedCode } from "./AwaitedCode";
import { EndedRequest } from "./EndedRequest";
import { Opened } from "./Opened";
import { type FollowedRegistration, UNKNOWN } from "./registration";
import { useConfirmedAddress } from "./useConfirmedAddress";
import "./words";

/** Where a registration or succession stands: the target of the links in its e-mails (N1, N2). */
export function FollowedRequest() {
  const t = wordsOf("registrations/follow");
  const token = useLinkToken("/inscription/suivi");
  const { identifier } = useLocation().state;
  const query = useServiceQuery(FollowedRegistrationDocument, { token }, token !== "");
  const response = query.isPlaceholderData ? undefined : query.data?.registration;
  const registration: FollowedRegistration | undefined = token ? response : UNKNOWN;
  const { state, kind, employerName } = registration ?? {};
  const isConfirmed = useConfirmedAddress(state === "SUBMITTED" ? token : "");
  return (
    <StandaloneScreen>
      <Page
        title={t("title")}
        part={state ? t(`state.${state}`) : undefined}
        lead={kind && employerName ? t(`what.${kind}`, { name: employerName }) : null}
        crumbs={[{ label: wordsOf("sign_in")("title"), to: "/connexion" }]}
      >
        {registration || query.isError ? null : <Loading />}
        {query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
        {registration ? (
          <section className="card padded stack" aria-labelledby="state">
            <h2 id="state" tabIndex={-1}>
              {t(`state.${registration.state}`)}
            </h2>
            {registration.state === "APPROVED" ? (
              <AwaitedCode registration={registration} token={token} />
            ) : registration.state === "OPENED" ? (
              <Opened identifier={identifier ?? ""} />
            ) : (
              <EndedRequest registration={registration} token={token} isConfirmed={isConfirmed} />
            )}
          </section>
        ) : null}
      </Page>
    </StandaloneScreen>
  );
}
