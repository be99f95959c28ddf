import { Printer, Volume2 } from "lucide-react";
import { useRef } from "react";
import { Button, ButtonLink } from "../../design/Button";
import { CopyButton } from "../../design/CopyButton";
import { toast } from "../../design/Toasts";
import { wordsOf } from "../../i18n/words";

/** The ways to pass the identifier on in person: spoken, on a sheet, copied (G). */
export function IdentifierActions({ identifier }: { identifier: string }) {
  const t = wordsOf("accounts/details");
  return (
    <>
      <SpokenIdentifier identifier={identifier} />
      <ButtonLink
        to="/comptes/$identifier/imprimer"
        params={{ identifier }}
        icon={<Printer size={18} aria-hidden />}
      >
        {t("print")}
      </ButtonLink>
      <CopyButton text={identifier} done={t("copied")}>
        {t("copy")}
      </CopyButton>
    </>
  );
}

/** The service provides the recording, for browsers on Linux have no speech synthesis of their own. */
function SpokenIdentifier({ identifier }: { identifier: string }) {
  const t = wordsOf("accounts/details");
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
