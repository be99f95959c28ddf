import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function OwnAccount() {
  const t = wordsOf("own_account");
  return <Page title={t("title")}>{null}</Page>;
}
