import { ButtonLink } from "../design/Button";
import { Notice } from "../design/Notice";
import type { PasswordLinkState } from "../gql/graphql";
import { wordsOf } from "../i18n/words";

/** In place of the form (C3): why the link cannot be used, and what to do. */
export function UnusableLink({ state, isReset }: { state: PasswordLinkState; isReset: boolean }) {
  const t = wordsOf("password");
  const reason = state === "USED" || state === "LAPSED" ? state : "UNKNOWN";
  const helpKey =
    reason === "LAPSED" ? (isReset ? "LAPSEDReset" : "LAPSEDCreate") : (`${reason}Help` as const);
  return (
    <>
      <Notice variant="warning" title={t(`unusable.${reason}`)} alert>
        <p>{t(`unusable.${helpKey}`)}</p>
      </Notice>
      <div className="row">
        {reason === "USED" ? (
          <ButtonLink variant="primary" to="/connexion">
            {t("unusable.signIn")}
          </ButtonLink>
        ) : null}
        {reason === "USED" || (reason === "LAPSED" && isReset) ? (
          <ButtonLink to="/mot-de-passe-oublie">{t("unusable.again")}</ButtonLink>
        ) : null}
      </div>
    </>
  );
}
