import { Pin, PinOff } from "lucide-react";
import { announce } from "../../design/Announcements";
import { Button } from "../../design/Button";
import { Link } from "../../design/Link";
import type { MandateScope } from "../../gql/graphql";
import { formatNumber, formatSiret } from "../../i18n/formats";
import { wordsOf } from "../../i18n/words";
import { useViewer } from "../../service/viewer";
import { isPinned, type KnownEmployer, rememberedEmployers, togglePin } from "./remembered";

/** What is remembered of an employer has neither address nor numbers. */
export type Choice = {
  employer: KnownEmployer & { postalAddress?: readonly string[] };
  mandate?: { scope: MandateScope } | null;
  expired?: number;
  expiring?: number;
};

/** An employer to open, as a link, so that it can be opened in a tab of its own; and a button that pins it. */
export function ChoiceItem({
  employer,
  mandate,
  expired = 0,
  expiring = 0,
  onOpen,
}: Choice & { onOpen: () => void }) {
  const t = wordsOf("employers/switcher");
  const g = wordsOf("glossary");
  const { account } = useViewer();
  const remembered = rememberedEmployers.use(account.id);
  const { name, contractNumber, siret } = employer;
  const town = employer.postalAddress?.at(-1);
  const pinned = isPinned(remembered, contractNumber);
  const pin = () =>
    rememberedEmployers.write(account.id, togglePin(remembered, { name, contractNumber, siret }));
  return (
    <li className="choice">
      <Link
        data-choice
        to="/comptes"
        search={{ etablissement: contractNumber }}
        onClick={() => {
          announce(`${name} ${contractNumber}`);
          onOpen();
        }}
      >
        <strong>
          {name} {contractNumber}
        </strong>
        <span className="quiet small">
          {[formatSiret(siret), town, mandate ? g(`scope.${mandate.scope}`) : null]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {expired + expiring > 0 ? (
          <span className="small">
            {expired > 0 ? t("expired", { count: expired, shown: formatNumber(expired) }) : null}
            {expired > 0 && expiring > 0 ? ", " : null}
            {expiring > 0 ? t("expiring", { count: expiring, shown: formatNumber(expiring) }) : null}
          </span>
        ) : null}
      </Link>
      <Button
        variant="quiet"
        iconOnly
        aria-label={t(pinned ? "unpin" : "pin", { name })}
        icon={pinned ? <PinOff size={18} aria-hidden /> : <Pin size={18} aria-hidden />}
        onPress={pin}
      />
    </li>
  );
}
