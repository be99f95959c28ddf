"""Who may do what: a line for each mutation, so that a new one needs one (E3, T1)."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from graphql import GraphQLObjectType, get_named_type

from models.rules.accounts.account import Account
from models.rules.employers.mandate import covers
from models.rules.operators.failed_message import FailedSource
from models.rules.vocabulary import Channel, MandateScope, MessageKind, OutgoingState
from models.tables.employers import EmployerRow
from models.tables.mandates import MandateRow
from models.tables.messages import OutgoingRow
from models.tables.operators import OperatorRow
from models.tables.webhooks import WebhookRow
from resolvers.registrations.request_succession import request_succession
from schema.ids import Kind, encode_id
from schema.types.paging import write_cursor
from tests.factories import NOW, POLICY, TODAY, House, a_house, a_mandate, read
from tests.resolvers.registrations.steps import a_succession_request
from tests.schema.callers import CallerKind, Role, Target
from tests.schema.field_queries import SCHEMA, select_all


class Verdict(StrEnum):
    DONE = "done"
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    """NOT_FOUND and INVALID hide that it exists: an id of another employer is refused like an unknown one."""
    FORBIDDEN = "FORBIDDEN"
    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    UNAUTHENTICATED = "401"


@dataclass(frozen=True, slots=True)
class Subjects:
    """A house with an account for each mutation to act on."""

    house: House
    deleted: Account
    invited: Account
    locked: Account

    @property
    def employer(self) -> str:
        return encode_id(Kind.EMPLOYER, self.house.employer_id)

    async def webhook(self) -> str:
        """The id of the webhook, as the latest partner with access to this house sees it."""
        rows = WebhookRow.filter(partner__allowed__employer_id=self.house.employer_id)
        row = await rows.order_by("-id").first()
        assert row
        return write_cursor((row.id,), ("webhook", row.partner_id), POLICY)


Variables: TypeAlias = dict[str, Any]
Rule: TypeAlias = Callable[[CallerKind, Target], Verdict]


@dataclass(frozen=True, slots=True)
class MutationCase:
    """A valid request for one mutation, the rule of who may send it, and the tables that it then changes.

    `field` is the path that a refusal names when the caller may not see the object; None if the refusal is in
    the result of the item.
    """

    name: str
    kind: str
    variables: Callable[[Subjects], Awaitable[Variables]]
    rule: Rule
    changes: frozenset[str]
    field: tuple[str, ...] | None = None

    @property
    def payload(self) -> GraphQLObjectType:
        assert SCHEMA.mutation_type
        kind = get_named_type(SCHEMA.mutation_type.fields[self.name].type)
        assert isinstance(kind, GraphQLObjectType)
        return kind

    @property
    def document(self) -> str:
        """The mutation with all fields that it can return."""
        selection = select_all(self.payload)
        return f"mutation ($input: {self.kind}!) {{ did: {self.name}(input: $input) {{ {selection} }} }}"

    def expected(self, caller: CallerKind, target: Target) -> Verdict:
        if caller.role is Role.REVOKED:
            return Verdict.UNAUTHENTICATED
        if caller.role is Role.ANONYMOUS:
            return Verdict.NOT_SIGNED_IN
        return self.rule(caller, target)


def administrators(caller: CallerKind, target: Target, scope: MandateScope = MandateScope.MANAGE) -> Verdict:
    if caller.role is not Role.ADMINISTRATOR:
        return Verdict.FORBIDDEN
    if target not in caller.employers:
        return Verdict.NOT_FOUND
    by_mandate = caller.mandate is not None and target is Target.HOUSE
    return (
        Verdict.FORBIDDEN
        if caller.mandate and by_mandate and not covers(caller.mandate, scope)
        else Verdict.DONE
    )


def renewers(caller: CallerKind, target: Target) -> Verdict:
    """Administrators, and holders of a mandate to renew (E1)."""
    return administrators(caller, target, MandateScope.RENEW)


def administrators_of_it(caller: CallerKind, target: Target) -> Verdict:
    """The same for an input that names the employer: to users of another, it does not exist."""
    if caller.role is Role.USER and target not in caller.employers:
        return Verdict.NOT_FOUND
    return administrators(caller, target)


def renewers_of_it(caller: CallerKind, target: Target) -> Verdict:
    if caller.role is Role.USER and target not in caller.employers:
        return Verdict.NOT_FOUND
    return renewers(caller, target)


def own_administrators_of_it(caller: CallerKind, target: Target) -> Verdict:
    """Those of the employer itself: a mandate is never given on (E4)."""
    verdict = administrators_of_it(caller, target)
    by_mandate = caller.mandate is not None and target is Target.HOUSE
    return Verdict.FORBIDDEN if by_mandate and verdict is Verdict.DONE else verdict


def partners(caller: CallerKind, _target: Target) -> Verdict:
    return Verdict.DONE if caller.role is Role.PARTNER else Verdict.FORBIDDEN


def partners_whose_it_is(caller: CallerKind, target: Target) -> Verdict:
    foreign = caller.role is Role.PARTNER and target not in caller.employers
    return Verdict.INVALID if foreign else partners(caller, target)


def operators(caller: CallerKind, _target: Target) -> Verdict:
    """N3."""
    return Verdict.DONE if caller.role is Role.OPERATOR else Verdict.FORBIDDEN


ALWAYS, PERMITTED = "in every response", "to a permitted caller, once it is done"
PAYLOADS: dict[str, dict[str, str]] = {
    "BulkAccountsPayload": {"done": PERMITTED, "refused": ALWAYS, "results": ALWAYS, "errors": ALWAYS},
    "BulkAccountResult": {"id": ALWAYS, "account": PERMITTED, "errors": ALWAYS},
    "ChangePasswordPayload": {"errors": ALWAYS},
    "CreateAccountPayload": {"account": PERMITTED, "errors": ALWAYS},
    "ConfirmRegistrationEmailPayload": {"errors": ALWAYS},
    "ConfirmRegistrationPayload": {"identifier": PERMITTED, "errors": ALWAYS},
    "CreatePasswordPayload": {"identifier": PERMITTED, "errors": ALWAYS},
    "EndSessionsPayload": {"errors": ALWAYS},
    "DecideRegistrationPayload": {"registration": PERMITTED, "errors": ALWAYS},
    "FindPersonPayload": {"people": PERMITTED, "errors": ALWAYS},
    "MandatePayload": {"mandate": PERMITTED, "errors": ALWAYS},
    "ModifyAccountPayload": {"account": PERMITTED, "conflictingChanges": PERMITTED, "errors": ALWAYS},
    "ModifyEmployerPayload": {"employer": PERMITTED, "errors": ALWAYS},
    "Person": dict.fromkeys(
        (
            "id",
            "identifier",
            "civility",
            "lastName",
            "firstName",
            "employer",
            "status",
            "lockedUntil",
            "invitation",
            "messages",
        ),
        PERMITTED,
    ),
    "PersonMessage": dict.fromkeys(("kind", "channel", "state", "queuedAt", "sentAt", "failure"), PERMITTED),
    "PersonPayload": {"person": PERMITTED, "errors": ALWAYS},
    "RegisterWebhookPayload": {"webhook": PERMITTED, "secret": PERMITTED, "errors": ALWAYS},
    "RemoveWebhookPayload": {"errors": ALWAYS},
    "ReplayDeliveriesPayload": {"done": PERMITTED, "errors": ALWAYS},
    "RequestPasswordResetPayload": {"errors": ALWAYS},
    "ResendMessagesPayload": {"done": PERMITTED, "errors": ALWAYS},
    "RequestRegistrationLetterPayload": {"errors": ALWAYS},
    "RequestRegistrationPayload": {"errors": ALWAYS},
    "RequestSuccessionPayload": {"errors": ALWAYS},
    "RotateWebhookSecretPayload": {"secret": PERMITTED, "errors": ALWAYS},
    "SaveRegistrationPayload": {"errors": ALWAYS},
    "SignInPayload": {"viewer": PERMITTED, "errors": ALWAYS},
    "SignOutPayload": {"errors": ALWAYS},
}
"""The types that only mutations return: in which responses each field has a value."""


async def _claire(subjects: Subjects) -> Variables:
    return {
        "employerId": subjects.employer,
        "civility": "MADAME",
        "lastName": "Le Goff",
        "firstName": "Maëlle",
        "email": "maelle@chu-nantes.example",
    }


async def _paul(subjects: Subjects) -> Variables:
    paul = await read(subjects.house.paul)
    return {"id": encode_id(Kind.ACCOUNT, paul.id), "version": paul.version, "department": "RH"}


def _bulk(
    name: str,
    account_of: Callable[[Subjects], Account],
    account_filter: Variables,
    *changes: str,
    rules: tuple[Rule, Rule] = (administrators, administrators_of_it),
) -> tuple[MutationCase, MutationCase]:
    """By id, and by a search that finds this account alone."""

    async def by_id(subjects: Subjects) -> Variables:
        return {"ids": [encode_id(Kind.ACCOUNT, account_of(subjects).id)]}

    async def by_search(subjects: Subjects) -> Variables:
        text = f"{account_of(subjects).last_name} {account_of(subjects).first_name}"
        selection = {"employerId": subjects.employer, "search": {"text": text}, "filter": account_filter}
        return {"matching": selection}

    changed = frozenset({"history", "employer", *changes})
    employer_field = ("matching", "employerId")
    input_type = "BulkAccountsInput"
    return (
        MutationCase(name, input_type, by_id, rules[0], changed),
        MutationCase(name, input_type, by_search, rules[1], changed, employer_field),
    )


async def _url(_subjects: Subjects) -> Variables:
    return {"url": "https://partenaire.example/autre"}


async def _webhook(subjects: Subjects) -> Variables:
    return {"webhookId": await subjects.webhook()}


async def _address(subjects: Subjects) -> Variables:
    row = await EmployerRow.get(id=subjects.house.employer_id)
    return {"employerId": subjects.employer, "version": row.version, "postalAddress": ["44000 NANTES"]}


async def _proposal(subjects: Subjects) -> Variables:
    centre = await a_house("CENTRE DE GESTION")
    row = await EmployerRow.get(id=centre.employer_id)
    days = {"startsOn": TODAY.isoformat(), "endsOn": (TODAY + timedelta(days=300)).isoformat()}
    return {"employerId": subjects.employer, "centre": row.siret, "scope": "READ", **days}


def _found(account_of: Callable[[Subjects], Account]) -> Callable[[Subjects], Awaitable[Variables]]:
    """The account as the latest operator was shown it."""

    async def variables(subjects: Subjects) -> Variables:
        operator = await OperatorRow.all().order_by("-id").first()
        of = ("person of operator", operator.id if operator else 0)
        person_id = write_cursor((account_of(subjects).id,), of, POLICY)
        return {"personId": person_id, "reason": "Appel du titulaire"}

    return variables


async def _looked_up(subjects: Subjects) -> Variables:
    return {"identifier": subjects.house.paul.identifier, "reason": "Appel du titulaire"}


async def _dead_letter(subjects: Subjects) -> Variables:
    """An e-mail of the house that gave up."""
    row = await OutgoingRow.create(
        employer_id=subjects.house.employer_id,
        account_id=subjects.house.paul.id,
        channel=Channel.EMAIL,
        kind=MessageKind.ACCOUNT_LOCKED,
        recipient="paul@chu-nantes.example",
        facts='{"holder": "Paul"}',
        message_id=secrets.token_hex(16),
        state=OutgoingState.FAILED,
        created_at=NOW,
        next_attempt_at=NOW,
        last_error="no such mailbox",
    )
    return {"ids": [write_cursor((FailedSource.OUTBOX, row.id), "failedMessages", POLICY)]}


async def _succession(subjects: Subjects) -> Variables:
    """A request for a new administrator of the house, which waits for a decision."""
    number = await request_succession(await a_succession_request(subjects.house), NOW, POLICY)
    return {"id": write_cursor((number,), "registrations", POLICY)}


async def _succession_and_reason(subjects: Subjects) -> Variables:
    return await _succession(subjects) | {"reason": "Ce n'est pas un employeur public."}


async def _mandate(subjects: Subjects, holder: Account) -> tuple[int, Variables]:
    """A mandate in force that a new employer gives to the house, with this holder."""
    giver = await a_house("COMMUNE")
    mandate_id = await a_mandate(holder, giver.employer_id)
    return mandate_id, {"employerId": subjects.employer, "mandateId": encode_id(Kind.MANDATE, mandate_id)}


async def _offered(subjects: Subjects) -> Variables:
    mandate_id, variables = await _mandate(subjects, subjects.house.jean)
    await MandateRow.filter(id=mandate_id).update(accepted_at=None)
    return variables


async def _held(subjects: Subjects) -> Variables:
    return (await _mandate(subjects, subjects.house.jean))[1]


async def _new_holder(subjects: Subjects) -> Variables:
    variables = await _held(subjects)
    return variables | {"accountId": encode_id(Kind.ACCOUNT, subjects.house.sara.id)}


async def _holder(subjects: Subjects) -> Variables:
    variables = await _held(subjects)
    return variables | {"accountId": encode_id(Kind.ACCOUNT, subjects.house.jean.id)}


_MANDATE_CHANGES = frozenset({"mandate", "history", "employer", "outgoing"})
MUTATION_CASES = (
    MutationCase(
        "createAccount",
        "CreateAccountInput",
        _claire,
        administrators_of_it,
        frozenset({"account", "password_link", "outgoing", "history", "employer", "status_change"}),
        ("employerId",),
    ),
    MutationCase(
        "modifyAccount",
        "ModifyAccountInput",
        _paul,
        administrators,
        frozenset({"account", "history", "employer"}),
        ("id",),
    ),
    *_bulk(
        "renewAccounts",
        lambda subjects: subjects.house.paul,
        {},
        "account",
        rules=(renewers, renewers_of_it),
    ),
    *_bulk("deleteAccounts", lambda subjects: subjects.house.paul, {}, "account", "status_change"),
    *_bulk(
        "restoreAccounts",
        lambda subjects: subjects.deleted,
        {"statuses": ["DELETED"]},
        "account",
        "status_change",
    ),
    *_bulk("resendInvitations", lambda subjects: subjects.invited, {}, "password_link", "outgoing"),
    *_bulk("unlockAccounts", lambda subjects: subjects.locked, {}, "account"),
    *_bulk("sendPasswordResets", lambda subjects: subjects.house.paul, {}, "password_link", "outgoing"),
    *_bulk("endAccountSessions", lambda subjects: subjects.house.paul, {}),
    *(
        MutationCase(
            name, "AnswerMandateInput", mandate, own_administrators_of_it, _MANDATE_CHANGES, ("employerId",)
        )
        for name, mandate in (
            ("acceptMandate", _offered),
            ("declineMandate", _offered),
            ("endMandate", _held),
        )
    ),
    MutationCase(
        "modifyEmployer",
        "ModifyEmployerInput",
        _address,
        own_administrators_of_it,
        frozenset({"employer", "history", "outgoing"}),
        ("employerId",),
    ),
    MutationCase(
        "proposeMandate",
        "ProposeMandateInput",
        _proposal,
        own_administrators_of_it,
        _MANDATE_CHANGES,
        ("employerId",),
    ),
    MutationCase(
        "nameMandateHolder",
        "MandateHolderInput",
        _new_holder,
        own_administrators_of_it,
        frozenset({"mandate_holder", "history", "employer"}),
        ("employerId",),
    ),
    MutationCase(
        "removeMandateHolder",
        "MandateHolderInput",
        _holder,
        own_administrators_of_it,
        frozenset({"mandate_holder", "history", "employer"}),
        ("employerId",),
    ),
    MutationCase("findPerson", "FindPersonInput", _looked_up, operators, frozenset({"history", "employer"})),
    MutationCase(
        "resendInvitationAsOperator",
        "PersonActInput",
        _found(lambda subjects: subjects.invited),
        operators,
        frozenset({"password_link", "outgoing", "history", "employer"}),
    ),
    MutationCase(
        "unlockAsOperator",
        "PersonActInput",
        _found(lambda subjects: subjects.locked),
        operators,
        frozenset({"account", "history", "employer"}),
    ),
    MutationCase(
        "resendMessages",
        "ResendMessagesInput",
        _dead_letter,
        operators,
        frozenset({"outgoing", "history", "employer"}),
    ),
    MutationCase(
        "approveRegistration",
        "ApproveRegistrationInput",
        _succession,
        operators,
        frozenset({"registration", "outgoing", "history", "employer"}),
    ),
    MutationCase(
        "refuseRegistration",
        "RefuseRegistrationInput",
        _succession_and_reason,
        operators,
        frozenset({"registration", "outgoing"}),
    ),
    MutationCase(
        "registerWebhook",
        "RegisterWebhookInput",
        _url,
        partners,
        frozenset({"webhook"}),
    ),
    MutationCase(
        "rotateWebhookSecret",
        "RotateWebhookSecretInput",
        _webhook,
        partners_whose_it_is,
        frozenset({"webhook"}),
        ("webhookId",),
    ),
    MutationCase(
        "removeWebhook",
        "RemoveWebhookInput",
        _webhook,
        partners_whose_it_is,
        frozenset({"webhook", "webhook_delivery"}),
        ("webhookId",),
    ),
    MutationCase(
        "replayDeliveries",
        "ReplayDeliveriesInput",
        _webhook,
        partners_whose_it_is,
        frozenset({"webhook_delivery"}),
        ("webhookId",),
    ),
)
_PERSON = (
    'administrator: {civility: MADAME, lastName: "Dupont", firstName: "Sara", email: "none", '
    "professionalAddress: []}"
)
_FORM = (
    'siret: "1", contractNumber: "VF1", name: "COMMUNE", postalAddress: [], '
    'representative: {civility: MADAME, lastName: "Le Goff", '
    f'firstName: "Anne"}}, {_PERSON}'
)
OWN_ACCESS = {
    "signIn": 'signIn(input: {identifier: "%s", password: "Comptoir#2026"})',
    "signOut": "signOut",
    "createPassword": 'createPassword(input: {token: "none", password: "Comptoir#2026"})',
    "changePassword": 'changePassword(input: {currentPassword: "a", newPassword: "b"})',
    "requestRegistration": f"requestRegistration(input: {{{_FORM}}})",
    "saveRegistration": 'saveRegistration(input: {email: "none"})',
    "requestSuccession": f'requestSuccession(input: {{employer: "VF1", reason: "", {_PERSON}}})',
    "confirmRegistration": 'confirmRegistration(input: {token: "none", code: "none"})',
    "confirmRegistrationEmail": 'confirmRegistrationEmail(input: {token: "none"})',
    "requestRegistrationLetter": 'requestRegistrationLetter(input: {token: "none"})',
    "requestPasswordReset": 'requestPasswordReset(input: {identifier: "%s"})',
    "endSession": 'endSession(input: {sessionId: "none"})',
    "endOtherSessions": "endOtherSessions",
    "signInOperator": 'signInOperator(input: {signInName: "odile", password: "Comptoir#2026"})',
    "signOutOperator": "signOutOperator",
}
"""They change the caller's own access, or need none: test_sign_in.py, test_passwords.py,
test_own_sessions.py,
test_registrations.py and test_operators_endpoint.py."""
