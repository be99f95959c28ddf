import { ButtonLink } from "../design/Button";
import { Notice } from "../design/Notice";
import type { PasswordLinkState } from "../gql/graphql";
import { wordsOf } from "../i18n/words";

/** Instead of the form (C3): why the link is of no use, and what to do. */
export function UnusableLink({ state, reset }: { state: PasswordLinkState; reset: boolean }) {
  const t = wordsOf("password");
  const why = state === "USED" || state === "LAPSED" ? state : "UNKNOWN";
  const help = why === "LAPSED" ? (reset ? "LAPSEDReset" : "LAPSEDCreate") : (`${why}Help` as const);
  return (
    <>
      <Notice look="warning" title={t(`unusable.${why}`)} alert>
        <p>{t(`unusable.${help}`)}</p>
      </Notice>
      <div className="row">
        {why === "USED" ? (
          <ButtonLink look="primary" to="/connexion">
            {t("unusable.signIn")}
          </ButtonLink>
        ) : null}
        {why === "USED" || (why === "LAPSED" && reset) ? (
          <ButtonLink to="/mot-de-passe-oublie">{t("unusable.again")}</ButtonLink>
        ) : null}
      </div>
    </>
  );
}
