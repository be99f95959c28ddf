"""Reminders of what ends soon are queued once, however often and by however many processes (V1)."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from models.rules.accounts.account import Account
from models.rules.vocabulary import MessageKind, Profile
from models.tables.accounts import AccountRow
from models.tables.sign_in import LinkRow
from resolvers.accounts.delete import delete
from resolvers.accounts.invite import resend_invitations
from resolvers.accounts.renew import renew
from resolvers.employers.publish_expiries import publish_all_expiries
from resolvers.messages.reminders import remind
from resolvers.sign_in.create_password import create_password
from tests.factories import NOW, POLICY, House, a_house, an_account, signed_in
from tests.nothing_written import nothing_is_written
from tests.resolvers.invited_holders import NEW, TICK, history, invited, messages
from tests.resolvers.race import Race
from tests.resolvers.requests import become, these

pytestmark = pytest.mark.usefixtures("database")

HOLDER, INVITED, DIGEST = (
    MessageKind.EXPIRY_REMINDER,
    MessageKind.INVITATION_REMINDER,
    MessageKind.ADMINISTRATOR_DIGEST,
)
LAST_OF_JANUARY = date(2027, 1, 31)


def morning(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 8, tzinfo=UTC)


async def expiring_on(house: House, day: date, last_name: str = "Durant") -> Account:
    return await an_account(house.employer_id, last_name, expires_on=day)


async def reminded_accounts(*kinds: MessageKind) -> list[int]:
    """Return the accounts of the queued messages of these kinds, in order."""
    return [message["account_id"] for message in await messages(*kinds)]


async def test_a_holder_is_reminded_from_the_20th_of_the_month_before() -> None:
    house = await a_house()
    first, last = await expiring_on(house, date(2027, 1, 1)), await expiring_on(house, LAST_OF_JANUARY)
    await expiring_on(house, date(2027, 2, 1))
    async with nothing_is_written():
        assert await remind(datetime(2026, 12, 19, 22, 59, tzinfo=UTC), POLICY) == 0
    await remind(datetime(2026, 12, 19, 23, 0, tzinfo=UTC), POLICY)  # midnight in Paris
    assert await reminded_accounts(HOLDER) == [first.id, last.id]
    (email, _) = await messages(HOLDER)
    assert (email["recipient"], email["link_id"]) == (first.email, None)
    assert email["facts"]["expires_on"] == "2027-01-01"
    assert first.identifier not in repr(email["facts"])


@pytest.mark.parametrize(
    ("today", "expires_on", "reminded"),
    [
        ((2027, 1, 20), date(2027, 2, 28), True),
        ((2027, 1, 31), date(2027, 2, 28), True),
        ((2027, 1, 31), date(2027, 3, 1), False),
        ((2027, 2, 19), date(2027, 3, 31), False),
        ((2027, 2, 20), date(2027, 3, 31), True),
        ((2027, 2, 28), date(2027, 2, 28), True),
        ((2027, 3, 1), date(2027, 2, 28), False),
        ((2028, 1, 20), date(2028, 2, 29), True),
    ],
)
async def test_reminders_cover_months_of_any_length_to_their_last_day(
    today: tuple[int, int, int], expires_on: date, reminded: bool
) -> None:
    late = await expiring_on(await a_house(), expires_on)
    await AccountRow.exclude(id=late.id).update(expires_on=date(2030, 6, 15))
    await remind(morning(*today), POLICY)
    assert await reminded_accounts(HOLDER) == [late.id] * reminded


async def test_each_administrator_gets_one_digest_and_users_none() -> None:
    house, _ = await a_house(), await a_house("MAIRIE DE REZÉ")
    ends = [
        await expiring_on(house, day, name)
        for name, day in (("Zola", date(2027, 1, 3)), ("Abel", LAST_OF_JANUARY))
    ]
    zoe = await invited(house, morning(2026, 12, 8))
    await an_account(house.employer_id, "Roux", profile=Profile.ADMINISTRATOR, active=False)
    await an_account(house.employer_id, "Noir", profile=Profile.ADMINISTRATOR, deleted_at=NOW)
    assert await remind(morning(2026, 12, 20), POLICY) == 2 + 1 + 2
    assert sorted(await reminded_accounts(DIGEST)) == [house.jean.id, house.sara.id]
    facts = (await messages(DIGEST))[0]["facts"]
    assert [(line["holder"]["last_name"], line["on"]) for line in facts["expiring"]] == [
        ("Zola", "2027-01-03"),
        ("Abel", "2027-01-31"),
    ]
    assert [(line["holder"]["last_name"], line["on"]) for line in facts["lapsing"]] == [
        ("Ménard", "2026-12-23")
    ]
    assert await reminded_accounts(HOLDER) == [account.id for account in ends]
    assert await reminded_accounts(INVITED) == [zoe.account.id]
    assert {message["employer_id"] for message in await messages(HOLDER, INVITED, DIGEST)} == {
        house.employer_id
    }


async def test_after_a_move_to_another_host_no_reminder_is_sent_twice() -> None:
    """Message-IDs hold the host; a message that is queued keeps its own."""
    house = await a_house()
    late = await expiring_on(house, LAST_OF_JANUARY)
    zoe = await invited(house, morning(2026, 12, 8))
    assert await remind(morning(2026, 12, 20), POLICY) == 4
    moved = replace(POLICY, public_url="https://comptes.example.fr")
    async with nothing_is_written():
        assert await remind(morning(2026, 12, 20), moved) == 0
    later = await expiring_on(house, LAST_OF_JANUARY, "Zola")
    assert await remind(morning(2026, 12, 20), moved) == 3
    (reminded,) = await messages(INVITED)
    assert reminded["account_id"] == zoe.account.id
    assert [message["message_id"] for message in await messages(HOLDER, INVITED)] == [
        f"expiry-{late.id}-2027-01-31@127.0.0.1",
        f"invitation-{reminded['link_id']}-reminder@127.0.0.1",
        f"expiry-{later.id}-2027-01-31@comptes.example.fr",
    ]


async def test_running_it_again_queues_nothing_more() -> None:
    house = await a_house()
    await expiring_on(house, LAST_OF_JANUARY)
    await invited(house, morning(2026, 12, 8))
    assert await remind(morning(2026, 12, 20), POLICY) == 4
    async with nothing_is_written():
        assert await remind(morning(2026, 12, 20), POLICY) == 0
        assert await remind(morning(2026, 12, 21) + TICK, POLICY) == 0


async def test_two_runs_at_once_remind_once(race: Race) -> None:
    house = await a_house()
    await expiring_on(house, LAST_OF_JANUARY)
    sent = await race(house.employer_id, *(remind(morning(2026, 12, 20), POLICY) for _ in range(2)))
    assert sorted(sent) == [0, 3]
    assert len(await messages(HOLDER, DIGEST)) == 3


async def test_the_next_day_only_new_accounts_are_reminded() -> None:
    house = await a_house()
    await expiring_on(house, LAST_OF_JANUARY, "Abel")
    await remind(morning(2026, 12, 20), POLICY)
    new = await expiring_on(house, LAST_OF_JANUARY, "Zola")
    assert await remind(morning(2026, 12, 21), POLICY) == 3
    assert (await reminded_accounts(HOLDER))[1:] == [new.id]
    for digest in (await messages(DIGEST))[2:]:
        assert [line["holder"]["last_name"] for line in digest["facts"]["expiring"]] == ["Zola"]


async def test_a_renewed_account_is_reminded_again_before_its_new_expiry() -> None:
    house = await a_house()
    late = await expiring_on(house, LAST_OF_JANUARY)
    await remind(morning(2026, 12, 20), POLICY)
    await renew(signed_in(house.jean), these(late), morning(2026, 12, 21), POLICY)
    assert await reminded_accounts(HOLDER) == [late.id]
    await remind(morning(2028, 5, 20), POLICY)
    assert (await messages(HOLDER))[-1]["facts"]["expires_on"] == "2028-06-21"


async def test_a_deleted_expired_or_pending_account_has_no_reminder_of_expiry() -> None:
    house = await a_house()
    await an_account(house.employer_id, expires_on=LAST_OF_JANUARY, active=False)
    await expiring_on(house, date(2026, 12, 19))
    gone = await expiring_on(house, LAST_OF_JANUARY)
    await delete(signed_in(house.jean), these(gone), NOW, POLICY)
    await publish_all_expiries(morning(2026, 12, 20))
    async with nothing_is_written():
        assert await remind(morning(2026, 12, 20), POLICY) == 0


async def test_an_invitation_has_a_reminder_with_the_same_link_three_days_before_it_lapses() -> None:
    zoe = await invited()
    lapses = NOW + timedelta(days=15)
    async with nothing_is_written():
        assert await remind(lapses - timedelta(days=3) - TICK, POLICY) == 0
    assert await remind(lapses - timedelta(days=3), POLICY) == 3
    (email,) = await messages(INVITED)
    assert email["link_id"] == (await LinkRow.get(account_id=zoe.account.id)).id
    assert email["facts"]["lapses_on"] == "2026-12-08"
    await create_password(zoe.token, NEW, lapses - TICK, POLICY)
    assert [message["state"] for message in await messages(INVITED)] == ["REVOKED"]


async def test_an_invitation_that_lapsed_was_used_or_was_sent_again_has_no_reminder() -> None:
    house, lapses = await a_house(), NOW + timedelta(days=15)
    used, again = await invited(house), await invited(house)
    await create_password(used.token, NEW, NOW, POLICY)
    await resend_invitations(signed_in(house.jean), these(again.account), NOW + timedelta(days=10), POLICY)
    await become((await invited(house)).account, deleted_at=NOW)
    await become((await invited(house)).account, expires_on=date(2026, 12, 7))
    await publish_all_expiries(lapses - TICK)
    async with nothing_is_written():
        assert await remind(lapses - TICK, POLICY) == 0
        assert await remind(lapses, POLICY) == 0


async def test_a_reminder_is_no_change_and_is_not_in_the_history() -> None:
    house = await a_house()
    await expiring_on(house, LAST_OF_JANUARY)
    await remind(morning(2026, 12, 20), POLICY)
    assert await history() == []


async def test_holders_are_reminded_even_where_there_is_no_administrator() -> None:
    house = await a_house()
    late = await expiring_on(house, LAST_OF_JANUARY)
    for administrator in (house.jean, house.sara):
        await become(administrator, deleted_at=NOW)
    assert await remind(morning(2026, 12, 20), POLICY) == 1
    assert await reminded_accounts(HOLDER, DIGEST) == [late.id]
    await asyncio.gather(*(remind(morning(2026, 12, 20), POLICY) for _ in range(2)))
    assert await reminded_accounts(HOLDER, DIGEST) == [late.id]
