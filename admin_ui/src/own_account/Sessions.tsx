import { Button } from "../design/Button";
import { toast } from "../design/Toasts";
import { EndOtherSessionsDocument, EndSessionDocument, type OwnAccountQuery } from "../gql/graphql";
import { shownMoment } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { failureWords } from "../layout/Failure";
import { useSend } from "../service/queries";

type Session = OwnAccountQuery["viewer"]["sessions"][number];

/** Where one is signed in, and ending what should not be (P5). */
export function Sessions({ sessions }: { sessions: Session[] }) {
  const t = wordsOf("own_account");
  const endOne = useSend(EndSessionDocument);
  const endOthers = useSend(EndOtherSessionsDocument);
  const told = (errors: { message: string }[], done: string) =>
    errors[0] ? toast(errors[0].message, "danger") : toast(done);
  const failed = (error: unknown) => toast(failureWords(error), "danger");
  const end = (sessionId: string) =>
    endOne.mutate(
      { input: { sessionId } },
      { onSuccess: ({ endSession }) => told(endSession.errors, t("ended")), onError: failed },
    );
  const others = () =>
    endOthers.mutate(
      {},
      {
        onSuccess: ({ endOtherSessions }) => told(endOtherSessions.errors, t("othersEnded")),
        onError: failed,
      },
    );
  return (
    <section className="card padded stack" aria-labelledby="sessions">
      <h2 id="sessions">{t("sessions")}</h2>
      <ul className="stack">
        {sessions.map((session) => {
          const moment = shownMoment(session.openedAt);
          return (
            <li key={session.id} className="session">
              <div>
                {session.current ? <strong>{t("here")}</strong> : null}
                <p>{t("opened", { moment })}</p>
                <p className="quiet small">
                  {t("used", { moment: shownMoment(session.lastUsedAt) })},{" "}
                  {t("ends", { moment: shownMoment(session.endsAt) })}
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
          <Button onPress={others} isPending={endOthers.isPending}>
            {t("endOthers")}
          </Button>
        </div>
      ) : (
        <p className="quiet">{t("alone")}</p>
      )}
    </section>
  );
}
