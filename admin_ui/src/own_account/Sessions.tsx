import { Button } from "../design/Button";
import { toast } from "../design/Toasts";
import { EndOtherSessionsDocument, EndSessionDocument, type OwnAccountQuery } from "../gql/graphql";
import { formatMoment } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { toastFailure } from "../service/Failure";
import { useServiceMutation } from "../service/queries";

type Session = OwnAccountQuery["viewer"]["sessions"][number];

/** The open sessions, with buttons to end the others (P5). */
export function Sessions({ sessions }: { sessions: Session[] }) {
  const t = wordsOf("own_account");
  const endSession = useServiceMutation(EndSessionDocument);
  const endOthers = useServiceMutation(EndOtherSessionsDocument);
  const showResult = (errors: { message: string }[], success: string) =>
    errors[0] ? toast(errors[0].message, "danger") : toast(success);
  const end = (sessionId: string) =>
    endSession.mutate(
      { input: { sessionId } },
      { onSuccess: ({ endSession: { errors } }) => showResult(errors, t("ended")), onError: toastFailure },
    );
  const endAllOthers = () =>
    endOthers.mutate(
      {},
      {
        onSuccess: ({ endOtherSessions }) => showResult(endOtherSessions.errors, t("othersEnded")),
        onError: toastFailure,
      },
    );
  return (
    <section className="card padded stack" aria-labelledby="sessions">
      <h2 id="sessions">{t("sessions")}</h2>
      <ul className="stack">
        {sessions.map((session) => {
          const moment = formatMoment(session.openedAt);
          return (
            <li key={session.id} className="session">
              <div>
                {session.current ? <strong>{t("here")}</strong> : null}
                <p>{t("opened", { moment })}</p>
                <p className="quiet small">
                  {t("used", { moment: formatMoment(session.lastUsedAt) })},{" "}
                  {t("ends", { moment: formatMoment(session.endsAt) })}
                </p>
              </div>
              {session.current ? null : (
                <Button aria-label={t("endOf", { moment })} onPress={() => end(session.id)}>
                  {t("end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button onPress={endAllOthers} isPending={endOthers.isPending}>
            {t("endOthers")}
          </Button>
        </div>
      ) : (
        <p className="quiet">{t("alone")}</p>
      )}
    </section>
  );
}
