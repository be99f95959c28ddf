import { Plus, Users } from "lucide-react";
import { lazy, Suspense } from "react";
import { ProfileBadge, StatusBadge } from "../design/Badges";
import { ButtonLink } from "../design/Button";
import { Link } from "../design/Link";
import { Loading } from "../design/Loading";
import { Notice } from "../design/Notice";
import { Page } from "../design/page/Page";
import { DashboardDocument } from "../gql/graphql";
import { HistoryEntries, ungrouped } from "../history/HistoryEntries";
import { formatNumber, todayInParis } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { Failure } from "../service/Failure";
import { useServiceQuery } from "../service/queries";
import { mayCreate, useEmployer, useHasSeveralEmployers, useViewer } from "../service/viewer";
import { Expiries } from "./Expiries";
import { Invitations } from "./Invitations";
import { monthAfter } from "./months";
import { UserDashboard } from "./UserDashboard";
import "./dashboard.css";

const Overview = lazy(async () => ({
  default: (await import("../employers/overview/Overview")).Overview,
}));

/** The dashboard: of an employer for its administrators, of one's own account for users (G). */
export function Dashboard() {
  const t = wordsOf("dashboard");
  const employer = useEmployer();
  const { account } = useViewer();
  const hasSeveral = useHasSeveralEmployers();
  return (
    <Page
      title={t("title")}
      lead={t("welcome", { name: `${account.firstName} ${account.lastName}` })}
      actions={
        employer ? (
          <>
            <ButtonLink to="/comptes" icon={<Users size={18} aria-hidden />}>
              {t("manage")}
            </ButtonLink>
            {mayCreate(employer) ? (
              <ButtonLink to="/comptes/nouveau" variant="primary" icon={<Plus size={18} aria-hidden />}>
                {t("create")}
              </ButtonLink>
            ) : null}
          </>
        ) : null
      }
    >
      {employer && hasSeveral ? (
        <Suspense fallback={null}>
          <Overview />
        </Suspense>
      ) : null}
      {employer ? <EmployerDashboard key={employer.id} employerId={employer.id} /> : <UserDashboard />}
    </Page>
  );
}

const STATUSES = ["ACTIVE", "PENDING", "EXPIRED"] as const;

function EmployerDashboard({ employerId }: { employerId: string }) {
  const t = wordsOf("dashboard");
  const today = todayInParis();
  const variables = { employerId, from: `${monthAfter(today, 0)}-01`, before: `${monthAfter(today, 12)}-01` };
  const { data, error, isError, refetch } = useServiceQuery(DashboardDocument, variables);
  const employer = data?.employer;
  if (isError && !employer) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!employer) return <Loading />;
  const counts = new Map(employer.accounts.groups.map(({ key, count }) => [key, count]));
  return (
    <>
      {employer.administrators.length === 1 ? (
        <Notice variant="warning" title={t("loneTitle")}>
          <p>{t("loneText")}</p>
        </Notice>
      ) : null}
      <section className="stack" aria-labelledby="by-status">
        <h2 id="by-status">{t("byStatus")}</h2>
        <ul className="tiles">
          {STATUSES.map((status) => (
            <li key={status}>
              <Link className="card tile" to="/comptes" search={{ statut: status }}>
                <span className="tile-count figures">{formatNumber(counts.get(status) ?? 0)}</span>
                <StatusBadge
                  status={status}
                  label={t(`tile.${status}`, { count: counts.get(status) ?? 0 })}
                />
              </Link>
            </li>
          ))}
          <li>
            <Link className="card tile" to="/comptes" search={{ suivi: "LOCKED" }}>
              <span className="tile-count figures">{formatNumber(employer.locked.totalCount)}</span>
              <span className="badge neutral">{t("tile.LOCKED", { count: employer.locked.totalCount })}</span>
            </Link>
          </li>
          <li>
            <Link className="card tile" to="/comptes" search={{ statut: "ACTIVE", suivi: "NEVER_SIGNED_IN" }}>
              <span className="tile-count figures">{formatNumber(employer.neverSignedIn.totalCount)}</span>
              <span className="badge neutral">
                {t("tile.NEVER_SIGNED_IN", { count: employer.neverSignedIn.totalCount })}
              </span>
            </Link>
          </li>
          <li>
            <Link className="card tile" to="/comptes" search={{ statut: "ACTIVE", profil: "ADMINISTRATOR" }}>
              <span className="tile-count figures">{formatNumber(employer.administrators.length)}</span>
              <ProfileBadge
                profile="ADMINISTRATOR"
                label={t("tile.ADMINISTRATOR", { count: employer.administrators.length })}
              />
            </Link>
          </li>
        </ul>
      </section>
      <div className="boards">
        <Expiries today={today} groups={employer.expiring.groups} />
        <Invitations byState={employer} total={counts.get("PENDING") ?? 0} />
      </div>
      <section className="card padded stack" aria-labelledby="latest">
        <div className="theme-head">
          <h2 id="latest">{t("latest")}</h2>
          <Link to="/historique">{t("allHistory")}</Link>
        </div>
        {employer.history.nodes.length === 0 ? <p className="quiet">{t("nothingYet")}</p> : null}
        <HistoryEntries nodes={ungrouped(employer.history.nodes)} compact level={3} />
      </section>
    </>
  );
}
