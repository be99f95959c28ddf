import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function History() {
  const t = wordsOf("history");
  return <Page title={t("title")}>{null}</Page>;
}
