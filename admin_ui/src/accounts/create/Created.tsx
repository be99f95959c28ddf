import { Copy, Printer, Volume2 } from "lucide-react";
import { useRef } from "react";
import { Button, ButtonLink } from "../../design/Button";
import { Link } from "../../design/Link";
import { Loading } from "../../design/Loading";
import { StepHeading } from "../../design/page/StepHeading";
import { toast } from "../../design/Toasts";
import { CreatedDocument } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceQuery } from "../../service/queries";
import { stepTitle } from "./steps";

/** Step 3: the identifier, to pass on in person: on screen, spoken, printed (G). */
export function Created({ identifier, onAnother }: { identifier: string; onAnother: () => void }) {
  const t = wordsOf("accounts/create");
  const g = wordsOf("glossary");
  const { data, isError, error } = useServiceQuery(CreatedDocument, { identifier });
  if (isError) return <Failure error={error} />;
  if (!data) return <Loading />;
  if (!data.account) return <p>{t("unknown")}</p>;
  const { civility, firstName, lastName, email } = data.account;
  const copy = () => void navigator.clipboard.writeText(identifier).then(() => toast(t("copied")));
  return (
    <section className="card padded step stack">
      <StepHeading>{stepTitle(3)}</StepHeading>
      <p>{t("identifierOf", { name: `${g(`civility.${civility}`)} ${firstName} ${lastName}` })}</p>
      <p className="identifier mono">{identifier}</p>
      <div className="row">
        <SpokenIdentifier identifier={identifier} />
        <ButtonLink
          to="/comptes/$identifier/imprimer"
          params={{ identifier }}
          icon={<Printer size={18} aria-hidden />}
        >
          {t("print")}
        </ButtonLink>
        <Button onPress={copy} icon={<Copy size={18} aria-hidden />}>
          {t("copy")}
        </Button>
      </div>
      <h3>{t("whatNow")}</h3>
      <ul className="points">
        <li>{t("passOn")}</li>
        <li>{t("mail", { email })}</li>
        <li>{t("letter")}</li>
      </ul>
      <div className="row end">
        <Link to="/comptes">{t("toAccounts")}</Link>
        <ButtonLink to="/comptes/nouveau" variant="primary" onClick={onAnother}>
          {t("another")}
        </ButtonLink>
      </div>
    </section>
  );
}

/** The service provides the recording, for browsers on Linux have no speech synthesis of their own. */
function SpokenIdentifier({ identifier }: { identifier: string }) {
  const t = wordsOf("accounts/create");
  const audio = useRef<HTMLAudioElement>(null);
  const play = () => {
    if (!audio.current) return;
    audio.current.currentTime = 0;
    audio.current.play().catch(() => toast(t("notHeard"), "danger"));
  };
  return (
    <>
      <Button onPress={play} icon={<Volume2 size={18} aria-hidden />}>
        {t("listen")}
      </Button>
      {/* biome-ignore lint/a11y/useMediaCaption: it speaks the identifier, which is shown beside it */}
      <audio ref={audio} src={`/identifiants/${identifier}.wav`} preload="none" />
    </>
  );
}
