import { wordsOf } from "../i18n/words";

/** In place of what has not arrived yet; appears after a moment only, for a fast line needs no word. */
export function Loading() {
  return (
    <p role="status" className="loading-text">
      {wordsOf("design")("loading")}
    </p>
  );
}
