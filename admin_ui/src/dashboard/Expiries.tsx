import { Link } from "@tanstack/react-router";
import { shownMonth, shownNumber } from "../i18n/dates";
import { wordsOf } from "../i18n/words";
import { type Month, twelveMonths } from "./months";

/** A chart and a table at once: each row has its bar. */
export function Expiries({ today, groups }: { today: string; groups: readonly Month[] }) {
  const t = wordsOf("dashboard");
  const months = twelveMonths(today, groups);
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <section className="card padded stack" aria-labelledby="expiries">
      <h2 id="expiries">{t("expiries")}</h2>
      <table className="bars">
        <caption className="visually-hidden">{t("expiries")}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col">{t("count")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ key, count }) => (
            <tr key={key}>
              <th scope="row">
                {count > 0 ? (
                  <Link to="/comptes" search={{ echeance: key }}>
                    {shownMonth(key)}
                  </Link>
                ) : (
                  <span className="quiet">{shownMonth(key)}</span>
                )}
              </th>
              <td>
                <span className="bar">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(100 * count) / most} height="10" />
                  </svg>
                  <span className="figures">{shownNumber(count)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
