import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function Printed() {
  const t = wordsOf("creation");
  return <Page title={t("title")}>{null}</Page>;
}
