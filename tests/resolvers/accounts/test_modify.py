"""Modifying an account: what may be changed, and the messages that it sends (M2, M4, M5, A2)."""

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.vocabulary import AccessLevel, MessageKind, Profile
from models.stores.accounts.rights import rights_of
from resolvers.accounts.details import DetailsInput
from resolvers.accounts.modify import modify
from tests.factories import ADDRESS, NOW, POLICY, a_house, an_account, read, signed_in
from tests.resolvers.requests import a_modification, count

pytestmark = pytest.mark.usefixtures("database")

READ, WRITE, NONE = AccessLevel.READ, AccessLevel.WRITE, AccessLevel.NONE
NEW_ADDRESS: DetailsInput = {"professional_address": ADDRESS}


async def messages(account: Account) -> list[tuple[str, str]]:
    rows = await query("SELECT account_id, kind, recipient FROM outgoing ORDER BY id", [])
    return [(row["kind"], row["recipient"]) for row in rows if row["account_id"] == account.id]


async def test_details_and_rights_are_applied_together() -> None:
    house = await a_house()
    user = await an_account(house.employer_id, rights={"CNRACL-01": WRITE, "RAFP-01": READ})
    rights = [("CNRACL-01", READ), ("RAFP-01", NONE), ("COM-02", WRITE)]
    after = await modify(
        signed_in(house.jean), a_modification(user, {"last_name": "Durand"}, None, rights), NOW, POLICY
    )
    assert (after.last_name, after.first_name, after.version) == ("Durand", user.first_name, 2)
    assert await read(user) == after
    assert (await rights_of([user.id]))[user.id] == {"CNRACL-01": READ, "COM-02": WRITE}


async def test_rights_that_are_not_named_stay() -> None:
    house = await a_house()
    user = await an_account(house.employer_id, rights={"CNRACL-01": WRITE})
    await modify(signed_in(house.jean), a_modification(user, rights=[("COM-01", READ)]), NOW, POLICY)
    assert (await rights_of([user.id]))[user.id] == {"CNRACL-01": WRITE, "COM-01": READ}


async def test_a_promotion_sends_a_letter_to_the_legal_representative() -> None:
    house = await a_house()
    request = a_modification(house.paul, NEW_ADDRESS, Profile.ADMINISTRATOR)
    after = await modify(signed_in(house.jean), request, NOW, POLICY)
    assert (after.profile, after.professional_address) == (Profile.ADMINISTRATOR, ADDRESS)
    address = "5 ALLEE DE L'ILE GLORIETTE\nBP 1005\n44035 NANTES CEDEX 1"
    assert await messages(house.paul) == [(MessageKind.PROMOTION_LETTER, address)]


async def test_a_modification_without_a_promotion_sends_no_letter() -> None:
    house = await a_house()
    await modify(signed_in(house.jean), a_modification(house.paul, {"phone": None}), NOW, POLICY)
    assert await count("outgoing") == 0


async def test_a_new_email_is_announced_to_the_old_and_to_the_new_address() -> None:
    house = await a_house()
    await modify(
        signed_in(house.jean), a_modification(house.paul, {"email": "paul@nouveau.example"}), NOW, POLICY
    )
    assert await messages(house.paul) == [
        (MessageKind.EMAIL_CHANGED, house.paul.email),
        (MessageKind.EMAIL_CHANGED, "paul@nouveau.example"),
    ]


async def test_administrators_may_change_their_own_details() -> None:
    house = await a_house()
    after = await modify(
        signed_in(house.jean), a_modification(house.jean, {"department": "DRH"}), NOW, POLICY
    )
    assert after.department == "DRH"


async def test_their_own_profile_and_rights_may_be_named_if_they_stay() -> None:
    house = await a_house()
    boss = await an_account(house.employer_id, profile=Profile.ADMINISTRATOR, rights={"CNRACL-01": WRITE})
    request = a_modification(boss, {"phone": None}, Profile.ADMINISTRATOR, [("CNRACL-01", WRITE)])
    assert (await modify(signed_in(boss), request, NOW, POLICY)).phone is None


async def test_a_pending_account_can_be_modified() -> None:
    house = await a_house()
    waiting = await an_account(house.employer_id, active=False)
    after = await modify(signed_in(house.jean), a_modification(waiting, {"last_name": "Durand"}), NOW, POLICY)
    assert after.last_name == "Durand"
