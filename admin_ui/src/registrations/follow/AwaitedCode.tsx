import { useState } from "react";
import { Notice } from "../../design/Notice";
import { formatLastDayBefore } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { CodeForm } from "./CodeForm";
import { NewLetter } from "./NewLetter";
import type { FollowedRegistration } from "./registration";

/** An approved request: the code of the letter, its tries, and another letter if need be. */
export function AwaitedCode({ registration, token }: { registration: FollowedRegistration; token: string }) {
  const t = wordsOf("registrations/follow");
  const [isLetterSent, setIsLetterSent] = useState(false);
  const { triesLeft, codeExpiresAt, lettersLeft, nextLetterAt } = registration;
  const canTry = (triesLeft ?? 0) > 0;
  return (
    <>
      {isLetterSent ? (
        <Notice variant="success" alert>
          <p>{t("letter.done")}</p>
        </Notice>
      ) : null}
      {canTry ? (
        <>
          <p>{t("code.lead")}</p>
          {codeExpiresAt ? <p>{t("code.until", { day: formatLastDayBefore(codeExpiresAt) })}</p> : null}
          <CodeForm token={token} triesLeft={triesLeft ?? 0} onTried={() => setIsLetterSent(false)} />
        </>
      ) : isLetterSent ? null : (
        <Notice variant="danger" alert>
          <p>{t("code.noTries")}</p>
        </Notice>
      )}
      <NewLetter
        token={token}
        lettersLeft={lettersLeft ?? 0}
        nextLetterAt={nextLetterAt ?? null}
        onSent={() => setIsLetterSent(true)}
      />
    </>
  );
}
