import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function Creation() {
  const t = wordsOf("creation");
  return <Page title={t("title")}>{null}</Page>;
}
