import { Link } from "../design/Link";
import { formatMonth, formatNumber } from "../i18n/formats";
import { wordsOf } from "../i18n/words";
import { type Month, nextTwelveMonths } from "./months";

/** The number of expiries by month: a table with a bar in each row, so that it is also a chart. */
export function Expiries({ today, groups }: { today: string; groups: readonly Month[] }) {
  const t = wordsOf("dashboard");
  const months = nextTwelveMonths(today, groups);
  const maxCount = Math.max(1, ...months.map(({ count }) => count));
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
                    {formatMonth(key)}
                  </Link>
                ) : (
                  <span className="quiet">{formatMonth(key)}</span>
                )}
              </th>
              <td>
                <span className="bar">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(100 * count) / maxCount} height="10" />
                  </svg>
                  <span className="figures">{formatNumber(count)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
