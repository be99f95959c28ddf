"""The only active administrator of an employer is reminded once a year to name a second (N2)."""

from datetime import datetime, timedelta

import pytest

from models.database import query
from models.rules.paris_calendar import add_months
from models.rules.vocabulary import Profile
from models.stores.accounts.accounts import sole_administrators
from models.tables.accounts import AccountRow
from resolvers.employers.remind_sole_administrators import remind_sole_administrators
from tests.factories import NOW, POLICY, TODAY, an_account, an_employer
from tests.resolvers.race import Race

pytestmark = pytest.mark.usefixtures("database")

OLD = NOW - timedelta(days=400)


async def an_administrator(employer_id: int, created_at: datetime = OLD, **columns: object) -> int:
    account = await an_account(employer_id, profile=Profile.ADMINISTRATOR)
    in_years = add_months(TODAY, 12 * 10)
    await AccountRow.filter(id=account.id).update(
        **{"created_at": created_at, "expires_on": in_years, **columns}
    )
    return account.id


async def reminded() -> list[int]:
    rows = await query("SELECT account_id FROM outgoing WHERE kind = 'SOLE_ADMINISTRATOR' ORDER BY id", [])
    return [row["account_id"] for row in rows]


async def test_each_year_brings_one_reminder_however_often_the_command_runs() -> None:
    alone = await an_administrator(await an_employer())
    assert await remind_sole_administrators(NOW, POLICY) == 1
    assert await remind_sole_administrators(NOW + timedelta(days=100), POLICY) == 0
    assert await remind_sole_administrators(NOW + timedelta(days=365), POLICY) == 1
    assert await reminded() == [alone, alone]


async def test_not_in_the_first_year_and_not_while_there_is_another() -> None:
    await an_administrator(await an_employer(), NOW - timedelta(days=364))
    two = await an_employer()
    first, second = await an_administrator(two), await an_administrator(two)
    assert await remind_sole_administrators(NOW, POLICY) == 0
    await AccountRow.filter(id=second).update(deleted_at=NOW)
    assert await remind_sole_administrators(NOW, POLICY) == 1
    assert await reminded() == [first]


@pytest.mark.parametrize(
    "column", [{"password_created_at": None}, {"expires_on": TODAY - timedelta(days=1)}, {"deleted_at": NOW}]
)
async def test_colleagues_who_cannot_sign_in_do_not_count(column: dict[str, object]) -> None:
    employer_id = await an_employer()
    alone = await an_administrator(employer_id)
    await an_administrator(employer_id, OLD, **column)
    await an_account(employer_id, "Martin", "Paul")
    assert await remind_sole_administrators(NOW, POLICY) == 1
    assert await reminded() == [alone]


async def test_of_two_that_remind_at_the_same_moment_one_queues_the_e_mail(race: Race) -> None:
    employer_id = await an_employer()
    alone = await an_administrator(employer_id)
    assert await sole_administrators(TODAY)  # SQLite's connection is open: no call waits for it
    both = (remind_sole_administrators(NOW, POLICY) for _ in range(2))
    assert sorted(await race(employer_id, *both)) == [0, 1]
    assert await reminded() == [alone]
