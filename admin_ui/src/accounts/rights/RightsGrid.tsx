import { Users } from "lucide-react";
import { useState } from "react";
import { Dropdown } from "../../design/Dropdown";
import { Field } from "../../design/fields/Field";
import { SegmentedControl } from "../../design/fields/SegmentedControl";
import { Link } from "../../design/Link";
import type { AccessLevel, OfferedServiceFragment } from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { matchesFilter } from "./filter";
import { byTheme, LEVELS, type Levels, setAll } from "./levels";
import "./rights.css";

/** With more services than this, there is a field to find one. */
const MAX_WITHOUT_FILTER = 12;

/**
 * The level of each service, by theme (M1). Differences from `initial` are marked; `disabled` is read-only.
 * `holdersAt`, the contract number of an employer, adds links to its accounts that have the same right.
 */
export function RightsGrid({
  services,
  value,
  initial,
  onChange,
  disabled = false,
  errors = {},
  holdersAt,
}: {
  services: OfferedServiceFragment[];
  value: Levels;
  initial?: Levels;
  onChange: (next: Levels) => void;
  disabled?: boolean;
  errors?: Record<string, string>;
  holdersAt?: string | undefined;
}) {
  const t = wordsOf("accounts/rights");
  const [filter, setFilter] = useState("");
  const visible = services.filter((service) => matchesFilter(service.label, filter));
  if (services.length === 0) return <p className="quiet">{t("noService")}</p>;
  return (
    <div className="stack">
      {services.length > MAX_WITHOUT_FILTER ? (
        <div className="rights-head">
          <Field label={t("filter")} type="search" value={filter} onChange={setFilter} />
          {disabled ? null : (
            <SetAll of={t("everywhere")} onSet={(level) => onChange(setAll(value, visible, level))} />
          )}
        </div>
      ) : null}
      <p role="status" className="quiet">
        {visible.length === 0 ? t("none") : ""}
      </p>
      {byTheme(visible).map((theme) => (
        <section key={theme.code} className="card padded theme" aria-label={theme.label}>
          <div className="theme-head">
            <h2>{theme.label}</h2>
            {disabled ? null : (
              <SetAll of={theme.label} onSet={(level) => onChange(setAll(value, theme.services, level))} />
            )}
          </div>
          {theme.services.map((service) => (
            <ServiceRow
              key={service.code}
              service={service}
              level={value[service.code] ?? "NONE"}
              before={initial ? (initial[service.code] ?? "NONE") : undefined}
              error={errors[service.code]}
              disabled={disabled}
              holdersAt={holdersAt}
              onChange={(level) => onChange({ ...value, [service.code]: level })}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

type RowProps = {
  service: OfferedServiceFragment;
  level: AccessLevel;
  before: AccessLevel | undefined;
  error: string | undefined;
  disabled: boolean;
  holdersAt: string | undefined;
  onChange: (level: AccessLevel) => void;
};

function ServiceRow({ service, level, before, error, disabled, holdersAt, onChange }: RowProps) {
  const t = wordsOf("accounts/rights");
  const g = wordsOf("glossary");
  const differs = before !== undefined && before !== level;
  return (
    <div className={`service ${differs ? "differs" : ""}`}>
      <div>
        <span className="row">
          {service.label}
          {holdersAt ? (
            <Link
              className="button quiet icon-only"
              to="/comptes"
              search={{ etablissement: holdersAt, droit: service.code }}
              aria-label={t("holders", { service: service.label })}
              title={t("holders", { service: service.label })}
            >
              <Users size={18} aria-hidden />
            </Link>
          ) : null}
        </span>
        {differs ? (
          <span className="small changed">{t("changed", { level: g(`level.${before}`) })}</span>
        ) : null}
      </div>
      <SegmentedControl
        label={service.label}
        options={LEVELS.filter((option) => service.levels.includes(option)).map((value) => ({
          value,
          label: g(`level.${value}`),
        }))}
        value={level}
        emptyValue="NONE"
        onChange={onChange}
        error={error}
        disabled={disabled}
      />
    </div>
  );
}

function SetAll({ of, onSet }: { of: string; onSet: (level: AccessLevel) => void }) {
  const t = wordsOf("accounts/rights");
  const g = wordsOf("glossary");
  return (
    <Dropdown
      label={t("setAllOf", { theme: of })}
      items={LEVELS.map((level) => ({
        key: level,
        label: g(`level.${level}`),
        onAction: () => onSet(level),
      }))}
    >
      {t("setAll")}
    </Dropdown>
  );
}
