import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function Accounts() {
  const t = wordsOf("accounts");
  return <Page title={t("title")}>{null}</Page>;
}
