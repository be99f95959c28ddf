import { Check, Circle } from "lucide-react";
import { wordsOf } from "../i18n/words";
import { brokenRules, RULES } from "./rules";
import "./password.css";

/** The rules, ticked as they are met. The maximum length is listed only when it is exceeded. */
export function PasswordRules({ password }: { password: string }) {
  const t = wordsOf("password");
  const broken = brokenRules(password);
  const listed = RULES.filter((rule) => rule !== "NOT_TOO_LONG" || broken.includes(rule));
  const met = listed.length - broken.length;
  return (
    <div className="small">
      <p>{t("rules")}</p>
      <ul className="password-rules">
        {listed.map((rule) => {
          const isMet = !broken.includes(rule);
          const Icon = isMet ? Check : Circle;
          return (
            <li key={rule} className={isMet ? "met" : ""}>
              <Icon size={16} aria-hidden />
              {t(`rule.${rule}`)}
              <span className="visually-hidden"> ({t(isMet ? "met" : "notMet")})</span>
            </li>
          );
        })}
      </ul>
      <p className="quiet">{t("alsoRefused")}</p>
      <p role="status" className="visually-hidden">
        {password ? t("progress", { met, of: listed.length }) : null}
      </p>
    </div>
  );
}
