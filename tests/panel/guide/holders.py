"""Holders of accounts whom a page of the guide takes for granted."""

from dataclasses import dataclass
from typing import Any

from tests.panel.post import Administrator, address_of_the_link

PASSWORD = "Velo-Rouge-42"
_CREATE_PASSWORD = """mutation ($input: CreatePasswordInput!) {
    createPassword(input: $input) { errors { message } } }"""
_STORED = """query ($identifier: String!) { account(identifier: $identifier) {
    id version status profile department expiresOn rights { level service { label } } } }"""


@dataclass(frozen=True, slots=True)
class Holder:
    """Anne, whose last name tells her apart from the others."""

    last_name: str
    email: str
    identifier: str

    @property
    def name(self) -> str:
        return f"Anne {self.last_name}"


def invited(colleague: Administrator, last_name: str) -> Holder:
    """A user whose invitation is on its way."""
    email = f"anne.{last_name.lower()}@chu-nantes.example"
    account = colleague.creates_an_account("Anne", last_name, email)
    return Holder(last_name, email, account["identifier"])


def with_password(colleague: Administrator, url: str, last_name: str) -> Holder:
    """A user who has created the password `PASSWORD`."""
    holder = invited(colleague, last_name)
    token = address_of_the_link(url, holder.email).partition("#")[2]
    answer = colleague.asks(_CREATE_PASSWORD, input={"token": token, "password": PASSWORD})
    assert answer == {"createPassword": {"errors": []}}
    return holder


def stored(colleague: Administrator, identifier: str) -> Any:
    """The account as the service has it."""
    return colleague.asks(_STORED, identifier=identifier)["account"]


def level(colleague: Administrator, identifier: str, service: str) -> str:
    """The level of the account's right on this service, as the service has it."""
    rights = stored(colleague, identifier)["rights"]
    (held,) = [str(right["level"]) for right in rights if right["service"]["label"] == service]
    return held
