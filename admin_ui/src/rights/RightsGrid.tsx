import { useState } from "react";
import { Dropdown } from "../design/Dropdown";
import { Field, Segments } from "../design/fields";
import type { AccessLevel, OfferedServiceFragment } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { byTheme, type Levels, ORDER, setAll } from "./levels";
import "./rights.css";

/** So many services that finding one takes looking for it. */
const MANY = 12;

/** Who may do what, theme by theme (M1). `initial` marks what differs from it; `disabled` shows only. */
export function RightsGrid({
  services,
  value,
  initial,
  onChange,
  disabled = false,
  errors = {},
}: {
  services: OfferedServiceFragment[];
  value: Levels;
  initial?: Levels;
  onChange: (next: Levels) => void;
  disabled?: boolean;
  errors?: Record<string, string>;
}) {
  const t = wordsOf("rights");
  const [wanted, setWanted] = useState("");
  const shown = services.filter((one) => folded(one.label).includes(folded(wanted)));
  if (services.length === 0) return <p className="quiet">{t("noService")}</p>;
  return (
    <div className="stack">
      {services.length > MANY ? (
        <div className="rights-head">
          <Field label={t("filter")} type="search" value={wanted} onChange={setWanted} />
          {disabled ? null : (
            <SetAll of={t("everywhere")} onSet={(level) => onChange(setAll(value, shown, level))} />
          )}
        </div>
      ) : null}
      <p role="status" className="quiet">
        {shown.length === 0 ? t("none") : ""}
      </p>
      {byTheme(shown).map((theme) => (
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
  onChange: (level: AccessLevel) => void;
};

function ServiceRow({ service, level, before, error, disabled, onChange }: RowProps) {
  const t = wordsOf("rights");
  const g = wordsOf("glossary");
  const differs = before !== undefined && before !== level;
  return (
    <div className={`service ${differs ? "differs" : ""}`}>
      <div>
        {service.label}
        {differs ? (
          <span className="small changed">{t("changed", { level: g(`level.${before}`) })}</span>
        ) : null}
      </div>
      <Segments
        label={service.label}
        options={ORDER.filter((one) => service.levels.includes(one)).map((value) => ({
          value,
          label: g(`level.${value}`),
        }))}
        value={level}
        zero="NONE"
        onChange={onChange}
        error={error}
        disabled={disabled}
      />
    </div>
  );
}

function SetAll({ of, onSet }: { of: string; onSet: (level: AccessLevel) => void }) {
  const t = wordsOf("rights");
  const g = wordsOf("glossary");
  return (
    <Dropdown
      label={t("setAllOf", { theme: of })}
      items={ORDER.map((level) => ({ key: level, label: g(`level.${level}`), onAct: () => onSet(level) }))}
    >
      {t("setAll")}
    </Dropdown>
  );
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
