import { useNavigate } from "@tanstack/react-router";
import { Choice } from "../design/fields";
import { wordsOf } from "../i18n/words";
import { useEmployer, useViewer } from "../service/viewer";

/** Offered to whoever administers several employers (E1). */
export function EmployerSwitch() {
  const t = wordsOf("app");
  const navigate = useNavigate();
  const { employers } = useViewer();
  const current = useEmployer();
  if (employers.length < 2 || !current) return null;
  return (
    <Choice
      label={t("employer")}
      options={employers.map((one) => ({
        value: one.contractNumber,
        label: `${one.name} ${one.contractNumber}`,
      }))}
      value={current.contractNumber}
      onChange={(etablissement) => void navigate({ to: "/comptes", search: { etablissement } })}
    />
  );
}
