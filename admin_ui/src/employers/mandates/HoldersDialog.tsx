import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialogs";
import { Loading } from "../../design/Loading";
import { Notice } from "../../design/Notice";
import { toast } from "../../design/Toasts";
import {
  type MandateItemFragment,
  NameableAdministratorsDocument,
  NameMandateHolderDocument,
  RemoveMandateHolderDocument,
} from "../../gql/graphql";
import { wordsOf } from "../../i18n/words";
import { Failure } from "../../service/Failure";
import { useServiceMutation, useServiceQuery } from "../../service/queries";

type Person = MandateItemFragment["holders"][number];

/** The centre names, and removes, the holders of a mandate among its administrators (E1). */
export function HoldersDialog({
  employerId,
  mandate,
  onClose,
}: {
  employerId: string;
  mandate: MandateItemFragment;
  onClose: () => void;
}) {
  const t = wordsOf("employers/mandates");
  const { data, isError, error } = useServiceQuery(NameableAdministratorsDocument, { employerId });
  const naming = useServiceMutation(NameMandateHolderDocument);
  const removal = useServiceMutation(RemoveMandateHolderDocument);
  const isPending = naming.isPending || removal.isPending;
  const failure = naming.error ?? removal.error;
  const [refusal] = [...(naming.data?.outcome.errors ?? []), ...(removal.data?.outcome.errors ?? [])];
  const holderIds = new Set(mandate.holders.map(({ id }) => id));
  // A holder who is no longer active can be removed only.
  const administrators = data?.employer?.accounts.nodes ?? [];
  const people = [
    ...mandate.holders.filter(({ id }) => !administrators.some((account) => account.id === id)),
    ...administrators,
  ];
  const toggle = (person: Person) => {
    const isNamed = holderIds.has(person.id);
    naming.reset();
    removal.reset();
    (isNamed ? removal : naming).mutate(
      { input: { employerId, mandateId: mandate.id, accountId: person.id } },
      {
        onSuccess: ({ outcome: { errors } }) => {
          if (errors.length === 0) toast(t(isNamed ? "removed" : "named", { name: nameOf(person) }));
        },
      },
    );
  };
  return (
    <Dialog title={t("nameTitle", { name: mandate.giver.name })} open onClose={onClose}>
      <p>{t("nameText")}</p>
      {isError ? <Failure error={error} /> : null}
      {failure ? <Failure error={failure} /> : null}
      {refusal ? <Notice variant="danger" alert title={refusal.message} /> : null}
      {data || isError ? null : <Loading />}
      {data && people.length === 0 ? <p>{t("noAdministrator")}</p> : null}
      <ul>
        {people.map((person) => (
          <PersonItem
            key={person.id}
            person={person}
            isNamed={holderIds.has(person.id)}
            isPending={isPending}
            onToggle={() => toggle(person)}
          />
        ))}
      </ul>
      <div className="dialog-actions">
        <Button onPress={onClose} autoFocus>
          {wordsOf("design")("close")}
        </Button>
      </div>
    </Dialog>
  );
}

function PersonItem({
  person,
  isNamed,
  isPending,
  onToggle,
}: {
  person: Person;
  isNamed: boolean;
  isPending: boolean;
  onToggle: () => void;
}) {
  const t = wordsOf("employers/mandates");
  const name = nameOf(person);
  return (
    <li className="mandate-person">
      <span>
        {name} <span className="mono">{person.identifier}</span>{" "}
        {isNamed ? <span className="badge success">{t("isNamed")}</span> : null}
      </span>
      <Button
        aria-label={t(isNamed ? "removePerson" : "namePerson", { name })}
        variant={isNamed ? "danger" : "secondary"}
        isPending={isPending}
        onPress={onToggle}
      >
        {t(isNamed ? "removeShort" : "nameShort")}
      </Button>
    </li>
  );
}

function nameOf({ civility, firstName, lastName }: Person): string {
  return `${wordsOf("glossary")(`civility.${civility}`)} ${firstName} ${lastName}`;
}
