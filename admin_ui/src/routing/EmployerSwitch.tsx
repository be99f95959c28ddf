import { useNavigate } from "@tanstack/react-router";
import { Select } from "../design/fields/Select";
import { wordsOf } from "../i18n/words";
import { useEmployer, useViewer } from "../service/viewer";

/** For administrators of several employers (E1). */
export function EmployerSwitch() {
  const t = wordsOf("routing");
  const navigate = useNavigate();
  const { employers } = useViewer();
  const current = useEmployer();
  if (employers.length < 2 || !current) return null;
  return (
    <Select
      label={t("employer")}
      options={employers.map((employer) => ({
        value: employer.contractNumber,
        label: `${employer.name} ${employer.contractNumber}`,
      }))}
      value={current.contractNumber}
      onChange={(etablissement) => void navigate({ to: "/comptes", search: { etablissement } })}
    />
  );
}
