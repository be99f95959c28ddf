import { Notice } from "../../design/Notice";
import { wordsOf } from "../../i18n/words";
import { useEmployer, useViewer } from "../../service/viewer";
import { CopyRights } from "../rights/CopyRights";
import { RightsGrid } from "../rights/RightsGrid";
import { editsFrom } from "./edits";
import type { Modification } from "./useModification";

/** "Ses droits". Read-only while the account cannot be modified (M3), and always for one's own (M4). */
export function RightsTab({
  modification: { account, values, editLevels },
  isReadOnly,
}: {
  modification: Modification;
  isReadOnly: boolean;
}) {
  const t = wordsOf("accounts/modify");
  const viewer = useViewer();
  const employer = useEmployer();
  const isOwn = viewer.account.id === account.id;
  const { id, contractNumber } = account.employer;
  return (
    <div className="stack">
      {isReadOnly || isOwn ? (
        <Notice variant="info" title={t("readOnly")}>
          {isOwn ? <p>{t("ownRights")}</p> : null}
        </Notice>
      ) : (
        <CopyRights
          employerId={account.employer.id}
          exclude={account.identifier}
          onCopy={(levels) => editLevels({ ...values.levels, ...levels })}
        />
      )}
      <RightsGrid
        services={account.rights.map(({ service }) => service)}
        value={values.levels}
        initial={editsFrom(account).levels}
        onChange={editLevels}
        disabled={isReadOnly || isOwn}
        holdersAt={employer?.id === id ? contractNumber : undefined}
      />
    </div>
  );
}
