"""Values of arguments and variables: real ones of the world, by the name of the argument, and wrong ones."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from models.database import query
from schema.ids import Kind, encode_id
from tests.factories import NOW, PASSWORD, TODAY
from tests.random_accounts import DEPARTMENTS, EMAILS, LAST_NAMES, PHONES, TERMS
from tests.schema.execution.comparison import CURSOR
from tests.schema.execution.world import SERVICES, World

Pools = Mapping[str, Sequence[Any]]

_MALFORMED = ("", "x", "QWNjb3VudDow", "é" * 70)
_INTEGERS = (1, 2, 3, 10, 100)
_STRANGE_INTEGERS = (0, -1, 101, 2**31 - 1)
_DAYS = tuple(str(TODAY.replace(year=TODAY.year + years)) for years in (0, 1, -1, 9))
_MOMENTS = (NOW.isoformat(), "2026-01-01T00:00:00+02:00", "9999-12-31T23:59:59Z", "2025-06-01T08:00:00.5Z")


async def value_pools(world: World) -> Pools:
    """Values by "Type.field.argument", by "InputType.field", by the name alone, and by the type."""
    ids = {kind: [encode_id(kind, key) for key in await _column(kind.name.lower())] for kind in _TABLES}
    employers, accounts = ids[Kind.EMPLOYER], ids[Kind.ACCOUNT]
    nodes = [*employers, *accounts[:6], *ids[Kind.HISTORY_ENTRY][:3], *ids[Kind.MANDATE][:3]]
    unknown = [encode_id(kind, 2**40) for kind in Kind]
    identifiers = await _column("identifiers")
    tokens = list(world.tokens.values())
    keys = [*identifiers[:8], identifiers[0].lower(), identifiers[-1], "XXX222222", ""]
    pools: dict[str, Sequence[Any]] = {
        "ID": [*nodes, *unknown, *_MALFORMED],
        "Query.employer.id": [*employers, *employers, unknown[1], accounts[0], "x"],
        "employerId": [*employers, *employers, unknown[1], accounts[0], "x"],
        "accountId": [*accounts, unknown[0], "x"],
        "mandateId": [*ids[Kind.MANDATE], unknown[3], "x"],
        "sessionId": [*ids[Kind.SESSION], unknown[4], "x"],
        "ModifyAccountInput.id": [*accounts, unknown[0], employers[0]],
        "BulkAccountsInput.ids": [*accounts, *accounts, unknown[0], employers[0], "x"],
        "HistoryFilter.group": [*ids[Kind.HISTORY_ENTRY], unknown[2], "x"],
        "identifier": keys,
        "identifiers": keys,
        "Query.passwordLink.token": [*tokens, "x", ""],
        "Query.registration.token": [*tokens[1:], *tokens[1:], "x"],
        "Query.savedRegistration.token": [tokens[2], tokens[2], tokens[1], "x"],
        "token": [*tokens, "x"],
        "contractNumber": [*await _column("contracts"), "VF0", ""],
        "centre": [*await _column("contracts"), "VF0"],
        "siret": [*await _column("sirets"), "21440109300015", "1"],
        "service": [*SERVICES, "COM-01", "XXX"],
        "text": TERMS,
        "search": TERMS,
        "after": [CURSOR, CURSOR, CURSOR, "", "x"],
        "before": [CURSOR, CURSOR, CURSOR, "", "x"],
        "Webhook.retries.after": ["1", "0", "x"],
        "Webhook.deadLetters.after": ["1", "0", "x"],
        "lastName": LAST_NAMES,
        "email": [*EMAILS, "", "x"],
        "phone": [*(phone for phone in PHONES if phone), "12"],
        "department": [name for name in DEPARTMENTS if name],
        "password": [PASSWORD, "x"],
        "currentPassword": [PASSWORD, "x"],
        "newPassword": [PASSWORD, "Velo-Rouge-42", "x"],
        "version": [1, 2, 3],
        "funds": ["CNRACL", "RAFP", "XXX"],
        "String": ["a", "Durant", "", 'é\n"\\', "x" * 300],
        "Int": [*_INTEGERS, *_INTEGERS, *_STRANGE_INTEGERS],
        "Boolean": [False, True],
        "Date": [*_DAYS, *_DAYS, *_DAYS, "2027-02-30"],
        "DateTime": [*_MOMENTS, *_MOMENTS, *_MOMENTS, "2027-01-01T00:00:00"],
        "_Any": [
            *({"__typename": "Account", "id": one} for one in accounts[:4]),
            *({"__typename": "Employer", "id": one} for one in employers),
            *({"__typename": "AccountStatusReport", "identifier": one} for one in keys[:4]),
            {"__typename": "Account", "id": employers[0]},
            {"__typename": "Mandate", "id": "x"},
            "x",
        ],
        "Query.__type.name": ["Account", "Node", "_Entity", "AccountFilter", "Civility", "XXX"],
    }
    for name in ("PersonActInput.personId", "ResendMessagesInput.ids", *_REGISTRATION_IDS, *_WEBHOOK_IDS):
        pools[name] = ["1", "2", "3", "4", "5", "x", *unknown[:1]]
    return pools


_REGISTRATION_IDS = ("ApproveRegistrationInput.id", "RefuseRegistrationInput.id")
_WEBHOOK_IDS = ("webhookId", "ReplayDeliveriesInput.deliveryIds")
_TABLES = (Kind.ACCOUNT, Kind.EMPLOYER, Kind.HISTORY_ENTRY, Kind.MANDATE, Kind.SESSION)
_COLUMNS = {
    "account": "SELECT id AS value FROM account ORDER BY id",
    "employer": "SELECT id AS value FROM employer ORDER BY id",
    "history_entry": "SELECT id AS value FROM history ORDER BY id",
    "mandate": "SELECT id AS value FROM mandate ORDER BY id",
    "session": "SELECT id AS value FROM session ORDER BY id",
    "identifiers": "SELECT identifier AS value FROM account ORDER BY employer_id, id DESC",
    "contracts": "SELECT contract_number AS value FROM employer ORDER BY id",
    "sirets": "SELECT siret AS value FROM employer ORDER BY id",
}


async def _column(name: str) -> list[Any]:
    return [row["value"] for row in await query(_COLUMNS[name], [])]


def pool(pools: Pools, path: tuple[str, ...], type_name: str) -> Sequence[Any]:
    """The values for the argument or input field at this path, e.g. ("Query", "employer", "id")."""
    names = (".".join(path), path[-1], type_name)
    fitting = (pools[name] for name in names if name in pools)
    return next((values for values in fitting if _fits(values[0], type_name)), pools["String"])


def _fits(value: Any, type_name: str) -> bool:
    kinds = {"Int": int, "Boolean": bool, "_Any": dict}
    return isinstance(value, kinds.get(type_name, str))


def literal(value: Any) -> str:
    """A value as a document writes it; names of enums are written by the caller."""
    match value:
        case dict():
            return "{" + ", ".join(f"{name}: {literal(one)}" for name, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(literal, value)) + "]"
    return orjson.dumps(value).decode()


READERS = {
    ("Query", "accountStatus"): "partner",
    ("Query", "accountStatuses"): "partner",
    ("Query", "accountStatusChanges"): "partner",
    ("AccountStatusReport", "identifier"): "partner",
    ("Viewer", "partner"): "partner",
    ("Viewer", "operator"): "operator",
    ("Query", "registrations"): "operator",
    ("Query", "failedMessages"): "operator",
    ("ActingFor", "mandate"): "may manage",
    ("Administered", "mandate"): "may manage",
    ("Mutation", "registerWebhook"): "partner",
    ("Mutation", "rotateWebhookSecret"): "partner",
    ("Mutation", "removeWebhook"): "partner",
    ("Mutation", "replayDeliveries"): "partner",
    ("Mutation", "signOutOperator"): "operator",
    ("Mutation", "findPerson"): "operator",
    ("Mutation", "unlockAsOperator"): "operator",
    ("Mutation", "resendInvitationAsOperator"): "operator",
    ("Mutation", "approveRegistration"): "operator",
    ("Mutation", "refuseRegistration"): "operator",
    ("Mutation", "resendMessages"): "operator",
}
"""Who reads or calls a field that administrators do not; half of the requests for it are theirs."""
