import { ButtonLink } from "../../design/Button";
import { Notice } from "../../design/Notice";
import { wordsOf } from "../../i18n/words";
import type { FollowedRegistration } from "./registration";

/** A request on which nothing can be done here now: it waits for an operator, or has ended. */
export function EndedRequest({
  registration,
  token,
  isConfirmed,
}: {
  registration: FollowedRegistration;
  token: string;
  /** The service has noted that the e-mail address is right. */
  isConfirmed: boolean;
}) {
  const t = wordsOf("registrations/follow");
  const { state, kind, refusal } = registration;
  if (state === "APPROVED" || state === "OPENED") return null;
  if (state === "SUBMITTED") {
    return (
      <>
        <Notice variant="info">
          <p>{t("submitted.text")}</p>
        </Notice>
        {isConfirmed ? <p role="status">{t("submitted.confirmed")}</p> : null}
        <p>{t("submitted.next")}</p>
      </>
    );
  }
  if (state === "DRAFT") {
    return (
      <>
        <p>{t("draft")}</p>
        <div className="row">
          <ButtonLink variant="primary" to="/inscription" hash={token}>
            {t("goOn")}
          </ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <Notice variant="warning">
        {state === "REFUSED" && refusal ? (
          <p>{t("refusal", { refusal })}</p>
        ) : (
          <p>{t(state === "LAPSED" ? "lapsed" : "unknown")}</p>
        )}
      </Notice>
      {state === "UNKNOWN" ? null : (
        <div className="row">
          <ButtonLink to={kind === "SUCCESSION" ? "/succession" : "/inscription"}>{t("again")}</ButtonLink>
        </div>
      )}
    </>
  );
}
