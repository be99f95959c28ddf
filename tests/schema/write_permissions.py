"""Who may do what: a line for each mutation, so that a new one needs one (E3, T1)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from graphql import GraphQLObjectType, get_named_type

from models.rules.accounts.account import Account
from models.tables.webhooks import WebhookRow
from schema.ids import Kind, encode_id
from schema.types.paging import write_cursor
from tests.factories import POLICY, House, read
from tests.schema.callers import Place, Standing, Who
from tests.schema.field_queries import SCHEMA, all_of


class Verdict(StrEnum):
    DONE = "done"
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    """Both as if it did not exist: an id of others is like one that was never written."""
    FORBIDDEN = "FORBIDDEN"
    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    UNHEARD = "401"


@dataclass(frozen=True, slots=True)
class Ground:
    """A house with an account that each mutation can be done to."""

    house: House
    deleted: Account
    invited: Account
    locked: Account

    @property
    def employer(self) -> str:
        return encode_id(Kind.EMPLOYER, self.house.employer_id)

    async def webhook(self) -> str:
        """As the latest partner that may ask about this house knows it."""
        rows = WebhookRow.filter(partner__allowed__employer_id=self.house.employer_id)
        row = await rows.order_by("-id").first()
        assert row
        return write_cursor((row.id,), ("webhook", row.partner_id), POLICY)


Variables: TypeAlias = dict[str, Any]
Rule: TypeAlias = Callable[[Who, Place], Verdict]


@dataclass(frozen=True, slots=True)
class Deed:
    """A good request for one mutation, who may make it, and the tables that it then changes.

    `field` is the part of the input that leads to nothing for who may not see it; None if that is told of the
    one item that was asked for.
    """

    name: str
    kind: str
    variables: Callable[[Ground], Awaitable[Variables]]
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
        """It asks for all that the mutation can answer."""
        asked = all_of(self.payload)
        return f"mutation ($input: {self.kind}!) {{ did: {self.name}(input: $input) {{ {asked} }} }}"

    def expected(self, who: Who, place: Place) -> Verdict:
        if who.standing is Standing.REVOKED:
            return Verdict.UNHEARD
        if who.standing is Standing.NOBODY:
            return Verdict.NOT_SIGNED_IN
        return self.rule(who, place)


def administrators(who: Who, place: Place) -> Verdict:
    if who.standing is Standing.ADMINISTRATOR:
        return Verdict.DONE if place in who.of else Verdict.NOT_FOUND
    return Verdict.FORBIDDEN


def administrators_of_it(who: Who, place: Place) -> Verdict:
    """The same where the employer itself is named: to users of another, there is no such employer."""
    if who.standing is Standing.USER and place not in who.of:
        return Verdict.NOT_FOUND
    return administrators(who, place)


def partners(who: Who, _place: Place) -> Verdict:
    return Verdict.DONE if who.standing is Standing.PARTNER else Verdict.FORBIDDEN


def partners_whose_it_is(who: Who, place: Place) -> Verdict:
    foreign = who.standing is Standing.PARTNER and place not in who.of
    return Verdict.INVALID if foreign else partners(who, place)


ALWAYS, DOERS = "whatever became of it", "to whoever may, once it is done"
PAYLOADS: dict[str, dict[str, str]] = {
    "BulkAccountsPayload": {"done": DOERS, "refused": ALWAYS, "results": ALWAYS, "errors": ALWAYS},
    "BulkAccountResult": {"id": ALWAYS, "account": DOERS, "errors": ALWAYS},
    "ChangePasswordPayload": {"errors": ALWAYS},
    "CreateAccountPayload": {"account": DOERS, "errors": ALWAYS},
    "CreatePasswordPayload": {"identifier": DOERS, "errors": ALWAYS},
    "EndSessionsPayload": {"errors": ALWAYS},
    "ModifyAccountPayload": {"account": DOERS, "conflictingChanges": DOERS, "errors": ALWAYS},
    "RegisterWebhookPayload": {"webhook": DOERS, "secret": DOERS, "errors": ALWAYS},
    "RemoveWebhookPayload": {"errors": ALWAYS},
    "ReplayDeliveriesPayload": {"done": DOERS, "errors": ALWAYS},
    "RequestPasswordResetPayload": {"errors": ALWAYS},
    "RotateWebhookSecretPayload": {"secret": DOERS, "errors": ALWAYS},
    "SignInPayload": {"viewer": DOERS, "errors": ALWAYS},
    "SignOutPayload": {"errors": ALWAYS},
}
"""What answers only mutations: to whom each field tells something."""


async def _claire(ground: Ground) -> Variables:
    return {
        "employerId": ground.employer,
        "civility": "MADAME",
        "lastName": "Le Goff",
        "firstName": "Maëlle",
        "email": "maelle@chu-nantes.example",
    }


async def _paul(ground: Ground) -> Variables:
    paul = await read(ground.house.paul)
    return {"id": encode_id(Kind.ACCOUNT, paul.id), "version": paul.version, "department": "RH"}


def _bulk(
    name: str, whom: Callable[[Ground], Account], filtered: Variables, *changes: str
) -> tuple[Deed, Deed]:
    """By id, and by a search that finds this account alone."""

    async def by_id(ground: Ground) -> Variables:
        return {"ids": [encode_id(Kind.ACCOUNT, whom(ground).id)]}

    async def by_search(ground: Ground) -> Variables:
        text = f"{whom(ground).last_name} {whom(ground).first_name}"
        found = {"employerId": ground.employer, "search": {"text": text}, "filter": filtered}
        return {"matching": found}

    changed = frozenset({"history", "employer", *changes})
    place = ("matching", "employerId")
    kind = "BulkAccountsInput"
    return (
        Deed(name, kind, by_id, administrators, changed),
        Deed(name, kind, by_search, administrators_of_it, changed, place),
    )


async def _url(_ground: Ground) -> Variables:
    return {"url": "https://partenaire.example/autre"}


async def _webhook(ground: Ground) -> Variables:
    return {"webhookId": await ground.webhook()}


DEEDS = (
    Deed(
        "createAccount",
        "CreateAccountInput",
        _claire,
        administrators_of_it,
        frozenset({"account", "password_link", "outgoing", "history", "employer", "status_change"}),
        ("employerId",),
    ),
    Deed(
        "modifyAccount",
        "ModifyAccountInput",
        _paul,
        administrators,
        frozenset({"account", "history", "employer"}),
        ("id",),
    ),
    *_bulk("renewAccounts", lambda ground: ground.house.paul, {}, "account"),
    *_bulk("deleteAccounts", lambda ground: ground.house.paul, {}, "account", "status_change"),
    *_bulk(
        "restoreAccounts",
        lambda ground: ground.deleted,
        {"statuses": ["DELETED"]},
        "account",
        "status_change",
    ),
    *_bulk("resendInvitations", lambda ground: ground.invited, {}, "password_link", "outgoing"),
    *_bulk("unlockAccounts", lambda ground: ground.locked, {}, "account"),
    Deed(
        "registerWebhook",
        "RegisterWebhookInput",
        _url,
        partners,
        frozenset({"webhook"}),
    ),
    Deed(
        "rotateWebhookSecret",
        "RotateWebhookSecretInput",
        _webhook,
        partners_whose_it_is,
        frozenset({"webhook"}),
        ("webhookId",),
    ),
    Deed(
        "removeWebhook",
        "RemoveWebhookInput",
        _webhook,
        partners_whose_it_is,
        frozenset({"webhook", "webhook_delivery"}),
        ("webhookId",),
    ),
    Deed(
        "replayDeliveries",
        "ReplayDeliveriesInput",
        _webhook,
        partners_whose_it_is,
        frozenset({"webhook_delivery"}),
        ("webhookId",),
    ),
)
OWN_ACCESS = {
    "signIn": 'signIn(input: {identifier: "%s", password: "Comptoir#2026"})',
    "signOut": "signOut",
    "createPassword": 'createPassword(input: {token: "none", password: "Comptoir#2026"})',
    "changePassword": 'changePassword(input: {currentPassword: "a", newPassword: "b"})',
    "requestPasswordReset": 'requestPasswordReset(input: {identifier: "%s"})',
    "endSession": 'endSession(input: {sessionId: "none"})',
    "endOtherSessions": "endOtherSessions",
}
"""They change the caller's own access only: test_signing_in.py, test_passwords.py, test_own_sessions.py."""
