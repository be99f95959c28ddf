import { ButtonLink } from "../../design/Button";
import { Link } from "../../design/Link";
import { EmployersOverviewDocument } from "../../gql/graphql";
import { formatNumber } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { useServiceQuery } from "../../service/queries";
import { useViewer } from "../../service/viewer";
import "./words";

/**
 * On the dashboard of who acts for several employers (E2): how many have accounts to renew, and how many proposals of
 * mandates wait for an answer. Nothing until that is known: the dashboard does without.
 */
export function Overview() {
  const t = wordsOf("employers/overview");
  const own = useViewer().account.employer;
  const { data } = useServiceQuery(EmployersOverviewDocument, { ownId: own.id });
  if (!data) return null;
  const { nodes, pageInfo, totalCount } = data.viewer.administered;
  const due = nodes.filter(({ expired, expiring }) => expired + expiring > 0).length;
  const isMore = due === nodes.length && pageInfo.hasNextPage; // the first page is of those that are due
  const waiting = (data.own?.mandatesHeld ?? []).filter(({ state }) => state === "PROPOSED").length;
  const dueText = { count: due, shown: formatNumber(due) };
  return (
    <section className="card padded stack" aria-labelledby="overview">
      <div className="theme-head">
        <h2 id="overview">{wordsOf("glossary")("screen.employers")}</h2>
        <ButtonLink to="/employeurs">{t("see")}</ButtonLink>
      </div>
      <p>
        {t("administered", { count: totalCount, shown: formatNumber(totalCount) })}{" "}
        <strong>{isMore ? t("dueAtLeast", dueText) : t("due", dueText)}</strong>
      </p>
      {waiting > 0 ? (
        <p>
          <Link to="/etablissement" search={{ etablissement: own.contractNumber }}>
            {t("proposals", { count: waiting, shown: formatNumber(waiting) })}
          </Link>
        </p>
      ) : null}
      <p className="quiet small">{t("shortcut")}</p>
    </section>
  );
}
