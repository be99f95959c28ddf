"""Accounts: read as they were written, and only for the employers that the caller may see (A4, E3, D2)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.database import query
from models.rules.accounts.account import Details
from models.rules.vocabulary import Civility, Profile
from models.stores.accounts.account_writes import (
    NewAccount,
    deletion_write,
    expiry_write,
    identifier_taken,
    insert_account,
    save_account,
    save_sign_in,
)
from models.stores.accounts.accounts import (
    account_by_identifier,
    account_labels,
    accounts_by_id,
    active_administrators,
)
from tests.factories import ADDRESS, NOW, TODAY, a_house, an_account, an_employer, read

pytestmark = pytest.mark.usefixtures("database")

ANNE = Details(
    civility=Civility.MADAME,
    last_name="L’Hermitte-Œuvrard",
    first_name="Anne",
    email="anne@chu-nantes.example",
    phone=None,
    department=None,
    professional_address=(),
)
KEYS = "SELECT last_name_key, first_name_key, department_key, search_key FROM account"


async def test_a_new_account_is_read_as_it_was_written_and_waits_for_a_password() -> None:
    employer_id = await an_employer()
    new = NewAccount(employer_id, "ALH222222", ANNE, Profile.USER, TODAY, NOW)
    account = await insert_account(new)
    assert await read(account) == account
    assert (account.details, account.has_password, account.version) == (ANNE, False, 1)
    assert (account.created_at, account.expires_on, account.deleted_at) == (NOW, TODAY, None)


async def test_details_are_kept_as_they_are_with_folded_copies_beside() -> None:
    employer_id = await an_employer()
    account = await insert_account(NewAccount(employer_id, "ALH222222", ANNE, Profile.USER, TODAY, NOW))
    await save_account(
        account, replace(ANNE, department="Épargne", professional_address=ADDRESS), Profile.ADMINISTRATOR
    )
    changed = await read(account)
    assert (changed.department, changed.professional_address, changed.profile) == (
        "Épargne",
        ADDRESS,
        Profile.ADMINISTRATOR,
    )
    assert changed.version == 2
    assert await query(KEYS, []) == [
        {
            "last_name_key": "lhermitteoeuvrard",
            "first_name_key": "anne",
            "department_key": "epargne",
            "search_key": "lhermitteoeuvrard\x01anne\x02alh222222\x03epargne\x04"
            "anne@chunantesexample\x05\x06",
        }
    ]


async def test_renewing_deleting_and_restoring_raise_the_version_of_those_named_only() -> None:
    house = await a_house()
    await expiry_write([house.paul.id, house.sara.id], TODAY + timedelta(days=9)).run()
    await deletion_write([house.paul.id], NOW).run()
    paul, sara, jean = [await read(account) for account in (house.paul, house.sara, house.jean)]
    assert (paul.expires_on, paul.deleted_at, paul.version) == (TODAY + timedelta(days=9), NOW, 3)
    assert (sara.expires_on, sara.deleted_at, sara.version) == (TODAY + timedelta(days=9), None, 2)
    assert jean == house.jean

    await deletion_write([house.paul.id], None).run()
    assert await read(paul) == replace(paul, deleted_at=None, version=4)


async def test_signing_in_is_no_change_to_the_account() -> None:
    house = await a_house()
    await save_sign_in(house.paul.id, NOW)
    assert await read(house.paul) == replace(house.paul, last_sign_in_at=NOW)


async def test_accounts_are_found_among_the_requested_employers_only() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    both, paul = [house.employer_id, other.employer_id], house.paul
    assert await accounts_by_id([paul.id, other.paul.id, 0], [house.employer_id]) == {paul.id: paul}
    assert set(await accounts_by_id([paul.id, other.paul.id], both)) == {paul.id, other.paul.id}
    assert await account_by_identifier(paul.identifier, both) == paul
    assert await account_by_identifier(paul.identifier, [other.employer_id]) is None
    assert await account_by_identifier(paul.identifier, []) is None
    assert await account_by_identifier("NOB222222", both) is None


async def test_an_identifier_stays_taken_after_deletion_and_elsewhere() -> None:
    deleted = await an_account(await an_employer(), deleted_at=NOW)
    assert await identifier_taken(deleted.identifier)
    assert not await identifier_taken("NOB222222")


async def test_active_administrators_are_those_who_can_sign_in_today_by_name() -> None:
    house, none = await a_house(), await an_employer()
    administrator = Profile.ADMINISTRATOR
    await an_account(house.employer_id, "A", profile=administrator, active=False)
    await an_account(house.employer_id, "B", profile=administrator, deleted_at=NOW)
    await an_account(house.employer_id, "C", profile=administrator, expires_on=TODAY - timedelta(days=1))
    last_day = await an_account(house.employer_id, "Émile", profile=administrator, expires_on=TODAY)

    administrators = await active_administrators([house.employer_id, none], TODAY)
    assert administrators == {house.employer_id: [house.sara, last_day, house.jean], none: []}


async def test_people_are_called_by_their_names_whatever_their_employer() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    assert await account_labels([house.paul.id, other.jean.id, 0]) == {
        house.paul.id: house.paul.label,
        other.jean.id: other.jean.label,
    }
