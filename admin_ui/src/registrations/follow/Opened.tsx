import { CopyButton } from "../../design/CopyButton";
import { Link } from "../../design/Link";
import { Notice } from "../../design/Notice";
import { wordsOf } from "../../i18n/words";

/** The account is open. `identifier`: shown after the code was entered only; empty at a later visit. */
export function Opened({ identifier }: { identifier: string }) {
  const t = wordsOf("registrations/follow");
  return (
    <>
      <Notice variant="success" alert={identifier !== ""}>
        <p>{t("opened.text")}</p>
      </Notice>
      {identifier ? (
        <>
          <p>{t("opened.identifier")}</p>
          <p className="large-identifier mono">{identifier}</p>
          <p>{t("opened.note")}</p>
          <div className="row">
            <CopyButton text={identifier} done={t("opened.copied")}>
              {t("opened.copy")}
            </CopyButton>
          </div>
        </>
      ) : null}
      <h3>{t("opened.next")}</h3>
      <ol className="points">
        <li>{t("opened.invitation")}</li>
        <li>{t("opened.signIn")}</li>
      </ol>
      <Link to="/connexion">{wordsOf("sign_in")("title")}</Link>
    </>
  );
}
