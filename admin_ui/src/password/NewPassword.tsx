import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function NewPassword() {
  const t = wordsOf("password");
  return <Page title={t("title")}>{null}</Page>;
}
