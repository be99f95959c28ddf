"""The largest employer's administrator, as the benchmarks use it."""

from datetime import UTC, datetime
from typing import Any

import orjson

from models.database import query
from models.rules.accounts.search import Order, Selection
from models.rules.policy import Policy
from models.rules.vocabulary import OrderField, Profile
from models.stores.accounts import account_list
from resolvers.caller import Caller
from schema.context import Context
from schema.ids import Kind, encode_id
from schema.schema import build_schema

NOW = datetime.now(UTC)
POLICY = Policy(secret_key=b"the secret of the benchmarks, of no use elsewhere", bulk_matches=10_000)
FIELDS = """id identifier civility lastName firstName email department profile status expiresOn
    lastSignInAt version"""


class Desk:
    """The largest employer of the demo, and its first administrator."""

    def __init__(self, employer_id: int, caller: Caller) -> None:
        self.employer_id, self.caller = employer_id, caller

    @classmethod
    async def open(cls) -> "Desk":
        rows = await query(
            "SELECT employer_id, count(*) AS n FROM account GROUP BY employer_id ORDER BY n DESC LIMIT 1", []
        )
        employer_id = rows[0]["employer_id"]
        selection = Selection(employer_id)
        everyone = await account_list.page(
            selection, Order(OrderField.PROFILE), NOW, limit=50, beyond=None, backward=False
        )
        own = next(a for a in everyone.accounts if a.status(NOW.date()) == "ACTIVE")
        return cls(employer_id, Caller(own, Profile.ADMINISTRATOR, None, frozenset({employer_id})))

    async def ask(self, document: str) -> Any:
        result = await build_schema().execute(document, context_value=Context(self.caller, NOW, POLICY))
        assert not result.errors, result.errors
        return orjson.dumps(result.data)

    def list_of(self, first: int, more: str = "", fields: str = FIELDS) -> str:
        employer = encode_id(Kind.EMPLOYER, self.employer_id)
        accounts = f"accounts(first: {first}{more}) {{ nodes {{ {fields} }} }}"
        return f'{{ employer(id: "{employer}") {{ {accounts} }} }}'
