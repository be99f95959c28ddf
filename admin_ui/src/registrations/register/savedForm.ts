/** The form that the link of an e-mail leads to. */
import { useEffect } from "react";
import { SavedRegistrationDocument } from "../../gql/graphql";
import { useLinkToken } from "../../service/linkToken";
import { useServiceQuery } from "../../service/queries";
import type { Draft } from "../form/draft";
import { savedValues } from "./inputs";

/**
 * Loads the saved form of the link, if there is one that this tab has not loaded yet.
 * `unusable`: the token of a link that leads to no saved form, or an empty text.
 */
export function useSavedForm(draft: Draft, onLoaded: (draft: Draft) => void) {
  const token = useLinkToken("/inscription");
  const isToLoad = token !== "" && draft.token !== token;
  const query = useServiceQuery(SavedRegistrationDocument, { token }, isToLoad);
  const saved = isToLoad && !query.isPlaceholderData ? query.data?.savedRegistration : undefined;
  useEffect(() => {
    if (saved) onLoaded({ values: savedValues(saved), token, savedFor: saved.email });
  });
  return {
    isLoading: isToLoad && saved !== null,
    unusable: isToLoad && saved === null ? token : "",
    error: query.error,
    retry: () => void query.refetch(),
  };
}
