import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { Button } from "../../design/Button";
import { toast } from "../../design/Toasts";
import { wordsOf } from "../../i18n/words";
import { toastFailure } from "../../service/Failure";
import { useViewer } from "../../service/viewer";
import { dueEmployers } from "./dueEmployers";
import { renewalTour } from "./tour";
import "./words";

/** Begins the renewal of one employer after the other of those that the search finds, most due first. */
export function StartTour({ search }: { search: string | undefined }) {
  const t = wordsOf("employers/renewal");
  const { account } = useViewer();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => dueEmployers(search ?? null),
    onSuccess: (employers) => {
      const [first] = employers;
      if (!first) return toast(t(search ? "nothingFound" : "nothing"));
      renewalTour.write(account.id, { employers, outcomes: {} });
      void navigate({ to: "/comptes", search: { etablissement: first.contractNumber, echeance: "dus" } });
    },
    onError: toastFailure,
  });
  return (
    <Button
      icon={<RefreshCw size={18} aria-hidden />}
      isPending={start.isPending}
      onPress={() => start.isPending || start.mutate()}
    >
      {t("start")}
    </Button>
  );
}
