import { Page } from "../app/Page";
import { wordsOf } from "../i18n/words";

export function Dashboard() {
  const t = wordsOf("dashboard");
  return <Page title={t("title")}>{null}</Page>;
}
