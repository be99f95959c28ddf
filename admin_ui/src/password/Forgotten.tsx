import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function Forgotten() {
  const t = wordsOf("password");
  return <Page title={t("title")}>{null}</Page>;
}
