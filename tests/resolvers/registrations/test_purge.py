"""What is personal of a registration is erased 90 days after it ended (N1)."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from models.database import query
from models.rules.history_entry import OPERATOR
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.registration import CODE_DAYS, DECISION_DAYS, DRAFT_DAYS, RETENTION_DAYS
from resolvers.accounts.purge import purge
from resolvers.registrations.confirm import confirm_registration
from resolvers.registrations.queue import show_registration
from resolvers.registrations.refuse import refuse_registration
from resolvers.registrations.save import save_registration
from tests.factories import NOW, POLICY
from tests.resolvers.registrations.steps import approved, latest_id, registered, the_registration

pytestmark = pytest.mark.usefixtures("database")

PERSONAL = ("Almeida", "dalmeida", "O'Neill", "+33241051938", "un motif", "claire@")


async def all_texts(number: int) -> str:
    """What the database holds of the registration and its messages."""
    rows = await query(f"SELECT email, details, reason FROM registration WHERE id = {number}", [])
    mail = await query(
        f"SELECT recipient, facts, last_error FROM outgoing WHERE registration_id = {number}", []
    )
    return str(rows + mail)


async def opened() -> int:
    one = await approved()
    await confirm_registration(one.token, one.code, NOW, POLICY)
    return one.id


async def refused() -> int:
    number = await registered()
    await refuse_registration(number, "un motif", OPERATOR, NOW, POLICY)
    return number


async def waiting() -> int:
    return await registered()


async def without_code() -> int:
    return (await approved()).id


async def draft() -> int:
    await save_registration("claire@ancenis.example", RegistrationForm(name="O'Neill"), None, NOW, POLICY)
    return await latest_id()


@pytest.mark.parametrize(
    ("make", "ends"),
    [
        (opened, NOW),
        (refused, NOW),
        (waiting, NOW + timedelta(days=DECISION_DAYS + 1)),
        (without_code, NOW + timedelta(days=CODE_DAYS + 1)),
        (draft, NOW + timedelta(days=DRAFT_DAYS + 1)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_it_is_kept_for_90_days_and_then_erased_with_its_messages(
    make: Callable[[], Awaitable[int]], ends: datetime
) -> None:
    number = await make()
    await purge(ends + timedelta(days=RETENTION_DAYS - 2), POLICY)
    texts = await all_texts(number)
    assert any(word in texts for word in PERSONAL)
    after = ends + timedelta(days=RETENTION_DAYS + 1)
    await purge(after, POLICY)
    texts = await all_texts(number)
    assert not any(word in texts for word in PERSONAL)
    one = await the_registration(number)
    assert one.form == RegistrationForm()
    if one.submitted_at:
        assert (await show_registration(number, after)).registration.siret


async def test_a_message_that_still_waits_is_never_sent_then() -> None:
    number = await draft()
    await purge(NOW + timedelta(days=DRAFT_DAYS + RETENTION_DAYS + 2), POLICY)
    rows = await query(f"SELECT state FROM outgoing WHERE registration_id = {number}", [])
    assert [row["state"] for row in rows] == ["REVOKED"]
