"""Deleting accounts, and restoring them within 30 days (D1, D2)."""

from datetime import timedelta

import pytest

from models.database import query
from models.rules.vocabulary import AccessLevel, AccountStatus, ErrorCode, InvitationState, OutgoingState
from models.stores.accounts.rights import rights_of
from models.stores.sign_in.password_links import latest_invitations
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.restore import restore
from tests.factories import NOW, POLICY, TODAY, a_house, a_mandate, an_account, read, signed_in
from tests.nothing_written import nothing_is_written
from tests.resolvers.requests import a_creation, codes, these

pytestmark = pytest.mark.usefixtures("database")

JUST_UNDER = timedelta(days=30) - timedelta(microseconds=1)


async def test_a_deleted_account_keeps_its_row_and_is_deleted_for_everyone() -> None:
    house = await a_house()
    (outcome,) = await delete(signed_in(house.jean), these(house.paul), NOW, POLICY)
    assert outcome.account == await read(house.paul)
    assert (outcome.account.deleted_at, outcome.account.version) == (NOW, 2)
    assert outcome.account.status(TODAY) is AccountStatus.DELETED


async def test_nobody_deletes_themselves() -> None:
    house = await a_house()
    async with nothing_is_written():
        outcomes = await delete(signed_in(house.jean), these(house.jean), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.SELF_FORBIDDEN]


async def test_an_account_is_deleted_once() -> None:
    house = await a_house()
    await delete(signed_in(house.jean), these(house.paul), NOW, POLICY)
    async with nothing_is_written():
        outcomes = await delete(signed_in(house.sara), these(house.paul), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.ACCOUNT_DELETED]


async def test_the_holder_of_a_mandate_deletes_users_and_no_administrator() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id)
    caller = signed_in(house.jean, other.employer_id)
    forbidden = ErrorCode.FORBIDDEN
    outcomes = await delete(caller, these(other.jean, other.paul, other.sara), NOW, POLICY)
    assert codes(outcomes) == [forbidden, None, forbidden]
    async with nothing_is_written():
        again = await delete(caller, these(other.sara), NOW, POLICY)
    assert codes(again) == [forbidden]


async def test_administrators_who_cannot_sign_in_do_not_count_and_may_go() -> None:
    house = await a_house()
    profile, employer_id = house.jean.profile, house.employer_id
    waiting = await an_account(employer_id, profile=profile, active=False)
    late = await an_account(employer_id, profile=profile, expires_on=TODAY - timedelta(days=1))
    caller = signed_in(house.jean)
    outcomes = await delete(caller, these(house.sara, waiting, late, house.jean), NOW, POLICY)
    assert codes(outcomes) == [None, None, None, ErrorCode.SELF_FORBIDDEN]


async def test_deletion_revokes_the_link_of_the_invitation_and_its_email_is_not_sent() -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    await delete(signed_in(house.jean), these(account), NOW, POLICY)
    assert (await latest_invitations([account.id], NOW))[account.id].state is InvitationState.REVOKED
    sent = await query("SELECT channel, state FROM outgoing ORDER BY id", [])
    assert [(row["channel"], row["state"]) for row in sent] == [
        ("EMAIL", OutgoingState.REVOKED),
        ("LETTER", OutgoingState.QUEUED),
    ]


async def test_a_restored_account_has_its_identifier_its_rights_and_its_password() -> None:
    house = await a_house()
    user = await an_account(house.employer_id, rights={"CNRACL-01": AccessLevel.WRITE})
    await delete(signed_in(house.jean), these(user), NOW, POLICY)
    (outcome,) = await restore(signed_in(house.jean), these(user), NOW + JUST_UNDER, POLICY)
    assert outcome.account is not None
    assert (outcome.account.identifier, outcome.account.version) == (user.identifier, 3)
    assert outcome.account.status(TODAY) is AccountStatus.ACTIVE
    assert (await rights_of([user.id]))[user.id] == {"CNRACL-01": AccessLevel.WRITE}


async def test_an_account_is_restored_until_day_30_and_not_after() -> None:
    house = await a_house()
    caller, both = signed_in(house.jean), these(house.paul, house.sara)
    await delete(caller, both, NOW, POLICY)
    async with nothing_is_written():
        outcomes = await restore(caller, both, NOW + timedelta(days=30), POLICY)
    assert codes(outcomes) == [ErrorCode.ACCOUNT_DELETED] * 2
    assert codes(await restore(caller, both, NOW + JUST_UNDER, POLICY)) == [None, None]


async def test_what_is_not_deleted_is_not_restored() -> None:
    house = await a_house()
    async with nothing_is_written():
        outcomes = await restore(signed_in(house.jean), these(house.paul), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.INVALID]


async def test_an_account_that_expired_while_deleted_comes_back_expired() -> None:
    house = await a_house()
    user = await an_account(house.employer_id, expires_on=TODAY)
    await delete(signed_in(house.jean), these(user), NOW, POLICY)
    later = NOW + timedelta(days=2)
    (outcome,) = await restore(signed_in(house.jean), these(user), later, POLICY)
    assert outcome.account is not None
    assert outcome.account.status(later.date()) is AccountStatus.EXPIRED
