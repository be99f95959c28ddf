import { Link } from "@tanstack/react-router";
import { History, Key, User } from "lucide-react";
import { useState } from "react";
import { DetailsFields } from "../creation/DetailsFields";
import { byField, faults, isDetail } from "../creation/refusals";
import { Button } from "../design/Button";
import { ErrorSummary } from "../design/ErrorSummary";
import { toast } from "../design/Toasts";
import { ModifyAccountDocument, type ModifyAccountMutation, type WholeFragment } from "../gql/graphql";
import { wordsOf } from "../i18n/words";
import { Failure } from "../layout/Failure";
import { CopyRights } from "../rights/CopyRights";
import { RightsGrid } from "../rights/RightsGrid";
import type { Refusal } from "../service/client";
import { useSend } from "../service/queries";
import { AccountHistory } from "./AccountHistory";
import { Conflict } from "./Conflict";
import {
  asRead,
  changedFields,
  changedRights,
  type Edits,
  isPromotion,
  modification,
  rebased,
} from "./edits";
import { LeaveGuard } from "./LeaveGuard";
import { Promotion } from "./Promotion";
import { type AccountSearch, TABS } from "./search";

const ICONS = { droits: Key, coordonnees: User, historique: History };

/** Both tabs edit one account and are saved together, from the version that was read (M1–M5). */
export function Editor({
  account: latest,
  search,
  go,
}: {
  account: WholeFragment;
  search: AccountSearch;
  go: (next: AccountSearch) => void;
}) {
  const t = wordsOf("account");
  const g = wordsOf("glossary");
  const [base, setBase] = useState(latest); // what the edits began from; a later read does not move it
  const [edits, setEdits] = useState<Edits | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [conflict, setConflict] = useState<ModifyAccountMutation["modifyAccount"] | null>(null);
  const save = useSend(ModifyAccountDocument);
  const account = edits ? base : latest;
  const shown = edits ?? asRead(account);
  const tab = search.onglet ?? "droits";
  const fields = changedFields(account, shown);
  const rights = changedRights(account, shown);
  const count = fields.length + rights.length;
  const editing = account.actions.find((one) => one.action === "MODIFY");
  const disabled = editing?.allowed === false;
  const edit = (next: Edits) => {
    if (!edits) setBase(latest);
    setEdits(next);
  };
  const cancel = () => {
    setEdits(null);
    setRefusals([]);
  };
  const send = () => {
    if (save.isPending) return;
    save.mutate(
      { input: modification(account, shown) },
      { onSuccess: ({ modifyAccount }) => answered(modifyAccount) },
    );
  };
  const answered = (payload: ModifyAccountMutation["modifyAccount"]) => {
    setConfirming(false);
    if (payload.errors.some(({ code }) => code === "CONFLICT")) {
      setConflict(payload);
    } else if (payload.errors.length > 0) {
      setRefusals(payload.errors);
      setAttempt(attempt + 1);
      if (payload.errors.some(({ field }) => isDetail(field?.[0]))) go({ ...search, onglet: "coordonnees" });
    } else {
      cancel();
      toast(t("applied"));
    }
  };
  return (
    <>
      <ErrorSummary
        faults={faults(refusals, (name) => (isDetail(name) ? g(`field.${name}`) : null))}
        attempt={attempt}
      />
      <nav className="tab-list no-print" aria-label={t("title")}>
        {TABS.map((name) => {
          const Icon = ICONS[name];
          return (
            <Link
              key={name}
              className="tab"
              to="/comptes/$identifier"
              params={{ identifier: account.identifier }}
              search={name === "droits" ? {} : { onglet: name }}
              replace
              resetScroll={false}
              aria-current={name === tab ? "page" : undefined}
              activeProps={{}}
            >
              <Icon size={18} aria-hidden />
              {t(`tabs.${name}`)}
            </Link>
          );
        })}
      </nav>
      {tab === "droits" ? (
        <div className="stack">
          {disabled ? null : (
            <CopyRights
              employerId={account.employer.id}
              exclude={account.identifier}
              onCopy={(levels) => edit({ ...shown, levels: { ...shown.levels, ...levels } })}
            />
          )}
          <RightsGrid
            services={account.rights.map(({ service }) => service)}
            value={shown.levels}
            initial={asRead(account).levels}
            onChange={(levels) => edit({ ...shown, levels })}
            disabled={disabled}
          />
        </div>
      ) : null}
      {tab === "coordonnees" ? (
        <div className="card padded stack step">
          <DetailsFields
            details={shown.details}
            errors={byField(refusals)}
            onChange={(details) => edit({ ...shown, details: { ...shown.details, ...details } })}
            employerAddress={account.employer.postalAddress}
            profileLocked={account.profile === "ADMINISTRATOR"}
            disabled={disabled}
          />
        </div>
      ) : null}
      {tab === "historique" ? <AccountHistory identifier={account.identifier} /> : null}
      {save.isError ? <Failure error={save.error} onRetry={send} /> : null}
      {count > 0 ? (
        <div className="save-bar">
          <strong role="status">{t("unsaved", { count })}</strong>
          <div className="row">
            <Button onPress={cancel}>{t("cancel")}</Button>
            <Button
              look="primary"
              isPending={save.isPending}
              onPress={() => (isPromotion(account, shown) ? setConfirming(true) : send())}
            >
              {t("apply")}
            </Button>
          </div>
        </div>
      ) : null}
      {confirming ? (
        <Promotion
          account={account}
          edits={shown}
          pending={save.isPending}
          onClose={() => setConfirming(false)}
          onConfirm={send}
        />
      ) : null}
      {conflict ? (
        <Conflict
          payload={conflict}
          account={account}
          edits={shown}
          onTheirs={() => {
            setConflict(null);
            cancel();
          }}
          onMine={(theirs) => {
            setConflict(null);
            setBase(theirs);
            setEdits(rebased(account, shown, theirs));
          }}
        />
      ) : null}
      <LeaveGuard unsaved={count > 0} identifier={account.identifier} />
    </>
  );
}
