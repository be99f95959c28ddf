"""Accounts from before e-mail and phone were searched are found by them after migrating (L1)."""

from pathlib import Path

import pytest

from models.database import connected, dialect_of, query
from models.migrate import migrate, versions
from models.rules.accounts.searched_text import account_search_key
from models.rules.vocabulary import Profile
from models.stores.accounts.account_writes import save_account
from models.stores.accounts.erasure import erase_accounts
from models.stores.accounts.search_keys import rewrite_search_keys
from models.tables.accounts import AccountRow
from tests.conftest import DIALECT
from tests.factories import NOW, a_house, an_account, read
from tests.fresh_database import fresh_database
from tests.migrations.shape import snapshot_of
from tests.migrations.stepping import bring_to
from tests.raw_sql import run

KNOWN = versions(dialect_of(f"{DIALECT}://"))
FORMER_KEY = "UPDATE account SET search_key = 'dupont sara tst000001 paye' WHERE search_key <> ''"


async def expected_keys() -> dict[int, str]:
    return {
        row.id: account_search_key(
            last_name=row.last_name,
            first_name=row.first_name,
            identifier=row.identifier,
            department=row.department,
            email=row.email,
            phone=row.phone,
        )
        for row in await AccountRow.all()
    }


async def stored_keys() -> dict[int, str]:
    return {row["id"]: row["search_key"] for row in await query("SELECT id, search_key FROM account", [])}


@pytest.mark.parametrize("version", KNOWN)
async def test_accounts_of_every_earlier_version_are_found_by_email_and_phone(
    server_url: str | None, tmp_path: Path, version: str
) -> None:
    async with fresh_database(server_url, tmp_path) as url:
        await bring_to(url, version, snapshot_of(version).read_text())
        await migrate(url)
        async with connected(url):
            assert await stored_keys() == await expected_keys()


@pytest.mark.usefixtures("database")
async def test_keys_are_rewritten_in_batches_and_only_where_they_differ() -> None:
    house = await a_house()
    await run(FORMER_KEY)
    await save_account(house.paul, house.paul.details, Profile.USER)
    assert await rewrite_search_keys(batch=1) == 2
    assert await stored_keys() == await expected_keys()
    assert (await read(house.sara)).version == house.sara.version
    assert await rewrite_search_keys() == 0


@pytest.mark.usefixtures("database")
async def test_an_erased_account_keeps_no_search_key() -> None:
    house = await a_house()
    gone = await an_account(house.employer_id, "Quévremont", deleted_at=NOW)
    await run(FORMER_KEY)
    assert await erase_accounts([gone.id], NOW.replace(year=NOW.year + 1)) == 1
    assert await rewrite_search_keys() == 3
    assert (await stored_keys())[gone.id] == ""
