import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function Account() {
  const t = wordsOf("account");
  return <Page title={t("title")}>{null}</Page>;
}
