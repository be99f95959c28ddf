import { Button } from "../../design/Button";
import { Notice } from "../../design/Notice";
import { RequestRegistrationLetterDocument } from "../../gql/graphql";
import { formatDayOf, formatTime } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { lastResponse } from "../../service/client";
import { Failure } from "../../service/Failure";
import { useServiceMutation } from "../../service/queries";

/** Another letter with another code, of which there are a few, one a day. */
export function NewLetter({
  token,
  lettersLeft,
  nextLetterAt,
  onSent,
}: {
  token: string;
  lettersLeft: number;
  /** An RFC 3339 date-time; null if no letter can be requested. */
  nextLetterAt: string | null;
  onSent: () => void;
}) {
  const t = wordsOf("registrations/follow");
  const request = useServiceMutation(RequestRegistrationLetterDocument);
  const now = Date.now() + lastResponse.clockOffset;
  if (lettersLeft === 0 || nextLetterAt === null) return <p className="quiet">{t("letter.noneLeft")}</p>;
  if (Date.parse(nextLetterAt) > now) {
    return (
      <p className="quiet">
        {t("letter.from", { day: formatDayOf(nextLetterAt), time: formatTime(nextLetterAt) })}
      </p>
    );
  }
  const send = () =>
    request.mutate(
      { input: { token } },
      {
        onSuccess: ({ requestRegistrationLetter: { errors } }) => {
          if (errors.length === 0) onSent();
        },
      },
    );
  return (
    <>
      <p className="quiet">{t("letter.text")}</p>
      {request.isError ? <Failure error={request.error} /> : null}
      {request.data?.requestRegistrationLetter.errors.map(({ message }) => (
        <Notice key={message} variant="danger" alert>
          <p>{message}</p>
        </Notice>
      ))}
      <div className="row">
        <Button onPress={send} isPending={request.isPending}>
          {t("letter.submit")}
        </Button>
      </div>
    </>
  );
}
