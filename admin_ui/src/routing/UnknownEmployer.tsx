import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { ButtonLink } from "../design/Button";
import { Page } from "../design/page/Page";
import { forgotten, rememberedEmployers } from "../employers/switcher/remembered";
import { wordsOf } from "../i18n/words";
import { useViewer } from "../service/viewer";

/**
 * In place of every screen where the viewer does not administer the employer of the URL, or no longer does: never
 * silently another employer (E5).
 */
export function UnknownEmployer() {
  const t = wordsOf("routing");
  const { account } = useViewer();
  const { etablissement = "" } = useSearch({ strict: false }) as { etablissement?: string };
  const { name, contractNumber } = account.employer;
  useEffect(() => {
    const remembered = rememberedEmployers.read(account.id);
    if (remembered) rememberedEmployers.write(account.id, forgotten(remembered, etablissement));
  }, [account.id, etablissement]);
  return (
    <Page title={t("unknownEmployer.title")} lead={t("unknownEmployer.text", { number: etablissement })}>
      <div className="row">
        <ButtonLink to="/" search={{ etablissement: contractNumber }} variant="primary">
          {t("unknownEmployer.own", { name: `${name} ${contractNumber}` })}
        </ButtonLink>
      </div>
    </Page>
  );
}
