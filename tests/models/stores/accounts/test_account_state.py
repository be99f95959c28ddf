"""The state of an account tells whether anything of its record has changed since it was read."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from models.database import transaction
from models.rules.accounts.account import Account, Details
from models.rules.accounts.search import Filter, Selection
from models.rules.vocabulary import AccountStatus, Civility, Profile
from models.stores.accounts.account_list import matching_rows, matching_states
from models.stores.accounts.account_writes import (
    deletion_write,
    expiry_write,
    save_account,
    save_lock,
    save_password_created_at,
    save_sign_in,
)
from models.stores.accounts.accounts import account_state
from models.stores.accounts.erasure import erase_accounts
from tests.factories import NOW, TODAY, a_house, an_account

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(hours=1)
DETAILS = Details(Civility.MADAME, "Autre", "Nom", "autre@chu-nantes.example", None, None, ())


async def modify(account: Account) -> None:
    await save_account(account, DETAILS, Profile.USER)


async def erase(account: Account) -> None:
    await erase_accounts([account.id], LATER)


WRITES: dict[str, Callable[[Account], Awaitable[object]]] = {
    "modify": modify,
    "erase": erase,
    "renew": lambda account: expiry_write([account.id], TODAY).run(),
    "delete": lambda account: deletion_write([account.id], LATER).run(),
    "lock": lambda account: save_lock([account.id], LATER),
    "password": lambda account: save_password_created_at(account.id, LATER),
    "sign in": lambda account: save_sign_in(account.id, LATER),
}


@pytest.mark.parametrize("name", WRITES)
async def test_each_write_of_an_account_changes_its_state(name: str) -> None:
    house = await a_house()
    account = await an_account(house.employer_id, "Martin", "Zoé", active=False)
    if name == "erase":
        await deletion_write([account.id], NOW).run()
    everyone = Selection(house.employer_id, filter=Filter(statuses=tuple(AccountStatus)))
    rows = await matching_rows(everyone, NOW, 100)
    assert [account_state(row) for row in rows] == await matching_states(everyone, NOW, 100)
    async with transaction():
        await WRITES[name](account)
    after = await matching_states(everyone, NOW, 100)
    assert [state[0] for state in after if state not in map(account_state, rows)] == [account.id]
