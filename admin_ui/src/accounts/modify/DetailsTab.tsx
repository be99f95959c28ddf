import { Notice } from "../../design/Notice";
import { wordsOf } from "../../i18n/words";
import { messageByField } from "../../service/refusals";
import { DetailsFields } from "../details/DetailsFields";
import type { Modification } from "./useModification";

/** "Ses coordonnées". */
export function DetailsTab({
  modification: { account, values, refusals, editDetails },
  isReadOnly,
  isProfileLocked,
}: {
  modification: Modification;
  isReadOnly: boolean;
  isProfileLocked: boolean;
}) {
  const t = wordsOf("accounts/modify");
  return (
    <div className="card padded stack step">
      {isReadOnly ? <Notice variant="info" title={t("readOnly")} /> : null}
      <DetailsFields
        details={values.details}
        errors={messageByField(refusals)}
        onChange={(details) => editDetails({ ...values.details, ...details })}
        employerId={account.employer.id}
        employerAddress={account.employer.postalAddress}
        emailHint={account.status === "PENDING" ? "invitation" : "change"}
        profileLocked={isProfileLocked}
        disabled={isReadOnly}
      />
    </div>
  );
}
