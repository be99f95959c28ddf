"""Partner systems: registered, issued keys, recognised, revoked; each use of a key counted (T1, T3)."""

from datetime import timedelta

import pytest

from models.database import query
from models.rules.partners.api_key import generate_api_key
from models.rules.vocabulary import Scope
from models.tables.employers import EmployerRow
from models.tables.partners import PartnerRow
from resolvers.partners import manage, recognise
from resolvers.partners.manage import PartnerCommandError, PublicKey, RevocationResult
from resolvers.partners.recognise import recognise_key
from tests.factories import NOW, a_house, a_partner, an_employer, asking
from tests.nothing_written import rows_without_sessions

pytestmark = pytest.mark.usefixtures("database")

HOUR = timedelta(hours=1)
PUBLIC = PublicKey('{"kty": "EC"}', "a" * 43)


async def contract(employer_id: int) -> str:
    return (await EmployerRow.get(id=employer_id)).contract_number


async def test_a_partner_is_recognised_by_its_key_with_its_employers_and_scopes() -> None:
    here, there = await an_employer("A"), await an_employer("B")
    await an_employer("C")
    caller = await asking(await a_partner(here, there))
    assert caller.partner
    assert caller.partner.employers == {here, there}
    assert caller.partner.scopes == {Scope.STATUS, Scope.CHANGES}
    assert (caller.account, caller.administers) == (None, frozenset())


async def test_the_database_holds_no_key() -> None:
    partner = await a_partner(await an_employer())
    assert partner.key not in repr(await rows_without_sessions())
    assert partner.key[12:] not in repr(await rows_without_sessions())


@pytest.mark.parametrize(
    "text", ["", "cptk_", generate_api_key(b"a" * 32), "cptk_" + "0" * 49, "Bearer", "\x00"]
)
async def test_text_that_is_not_an_api_key_belongs_to_no_partner(text: str) -> None:
    await a_partner(await an_employer())
    assert await recognise_key(text, NOW) is None


async def test_a_rotated_key_is_valid_until_the_overlap_ends_and_the_new_one_at_once() -> None:
    partner = await a_partner(await an_employer())
    newer = (await manage.rotate_key(partner.name, HOUR, NOW)).key
    assert newer
    for moment, good in ((NOW, True), (NOW + HOUR - timedelta(microseconds=1), True), (NOW + HOUR, False)):
        assert (await recognise_key(partner.key, moment) is not None) is good
        assert await recognise_key(newer, moment)


async def test_rotating_again_never_lengthens_what_was_shortened() -> None:
    partner = await a_partner(await an_employer())
    await manage.rotate_key(partner.name, HOUR, NOW)
    await manage.rotate_key(partner.name, 10 * HOUR, NOW)
    assert await recognise_key(partner.key, NOW + HOUR) is None


async def test_a_key_that_ends_now_leaves_no_overlap() -> None:
    partner = await a_partner(await an_employer())
    await manage.rotate_key(partner.name, timedelta(0), NOW)
    assert await recognise_key(partner.key, NOW) is None


async def test_a_revoked_partner_is_not_recognised_by_any_of_its_keys() -> None:
    partner, other = await a_partner(await an_employer()), await a_partner(await an_employer())
    newer = (await manage.rotate_key(partner.name, HOUR, NOW)).key
    assert newer
    assert await manage.revoke_partner(partner.name, NOW) == RevocationResult(keys=2, webhooks=0)
    assert await recognise_key(partner.key, NOW) is None
    assert await recognise_key(newer, NOW) is None
    assert await recognise_key(other.key, NOW)
    with pytest.raises(PartnerCommandError, match="was revoked"):
        await manage.rotate_key(partner.name, HOUR, NOW)


async def test_one_key_is_revoked_by_how_it_begins_and_the_others_stay() -> None:
    partner = await a_partner(await an_employer())
    newer = (await manage.rotate_key(partner.name, HOUR, NOW)).key
    assert newer
    assert await manage.revoke_partner(partner.name, NOW, partner.key[:11]) == RevocationResult(
        keys=1, webhooks=0
    )
    assert await recognise_key(partner.key, NOW) is None
    assert await recognise_key(newer, NOW)
    with pytest.raises(PartnerCommandError, match="no key in use"):
        await manage.revoke_partner(partner.name, NOW, partner.key[:11])


async def test_what_cannot_be_registered_leaves_nothing_behind() -> None:
    house = await an_employer()
    registered, revoked = await a_partner(house), await a_partner(house)
    await manage.revoke_partner(revoked.name, NOW)
    await manage.create_partner("Ircantec", [await contract(house)], [Scope.STATUS], NOW, PUBLIC)
    await a_partner(house, name="École")
    before = await rows_without_sessions()
    for name, contracts, key, why in (
        (registered.name, [await contract(house)], None, "called"),
        (registered.name.upper(), [await contract(house)], None, "called"),
        (revoked.name, [await contract(house)], None, "under another name"),
        (revoked.name.upper(), [await contract(house)], None, "under another name"),
        ("éCOLE", [await contract(house)], None, "called"),
        ("Autre", [await contract(house), "VF0"], None, "VF0"),
        ("Autre", [await contract(house)], PUBLIC, "registered already"),
    ):
        with pytest.raises(PartnerCommandError, match=why):
            await manage.create_partner(name, contracts, [Scope.STATUS], NOW, key)
    for act in (
        manage.rotate_key("Nobody", HOUR, NOW),
        manage.rotate_key(registered.name, HOUR, NOW, PUBLIC),
    ):
        with pytest.raises(PartnerCommandError):
            await act
    with pytest.raises(PartnerCommandError, match="no partner"):
        await manage.revoke_partner("Nobody", NOW)
    assert await rows_without_sessions() == before


async def test_a_partner_that_signs_with_its_own_key_gets_no_other() -> None:
    house = await an_employer()
    registration = await manage.create_partner(
        "Ircantec", [await contract(house)], [Scope.STATUS], NOW, PUBLIC
    )
    assert registration.key is None
    (key,) = await recognise.list_partner_public_keys(registration.partner_id, NOW)
    assert key.public_jwk == PUBLIC.jwk
    await manage.rotate_key("Ircantec", HOUR, NOW)
    assert await recognise.list_partner_public_keys(registration.partner_id, NOW + HOUR) == []
    await manage.revoke_partner("Ircantec", NOW)
    assert await recognise.list_partner_public_keys(registration.partner_id, NOW) == []


async def test_the_operator_sees_each_partner_with_its_keys_and_their_use() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, name="Ircantec")
    rows = await query("SELECT id FROM partner_key", [])
    await recognise.record_key_uses(rows[0]["id"], 3, NOW)
    await recognise.record_key_uses(rows[0]["id"], 2, NOW + HOUR)
    (listed,) = await manage.list_partners()
    (key,) = listed.keys
    assert (listed.partner.name, listed.contract_numbers) == (
        "Ircantec",
        (await contract(house.employer_id),),
    )
    assert (key.hint, key.uses, key.last_used_at) == (partner.key[:11], 5, NOW + HOUR)
    assert partner.key not in repr(listed)


async def test_an_assertion_is_accepted_once() -> None:
    assert await recognise.claim_single_use("partner-1:a", NOW + HOUR)
    assert not await recognise.claim_single_use("partner-1:a", NOW + HOUR)
    assert await recognise.claim_single_use("partner-2:a", NOW + HOUR)


async def test_employers_and_scopes_are_added_and_withdrawn_at_once() -> None:
    here, there = await an_employer("A"), await an_employer("B")
    partner = await a_partner(here, scopes=[Scope.STATUS])
    await manage.extend_partner(partner.name, [await contract(there)], [Scope.CHANGES])
    await manage.extend_partner(partner.name, [await contract(there)], [])
    caller = await asking(partner)
    assert caller.partner
    assert caller.partner.employers == {here, there}
    assert caller.partner.scopes == {Scope.STATUS, Scope.CHANGES}
    listed = await manage.restrict_partner(partner.name, [await contract(here)], [Scope.STATUS], NOW)
    assert listed.partner.employers == {there}
    caller = await asking(partner)
    assert caller.partner
    assert caller.partner.employers == {there}
    assert caller.partner.scopes == {Scope.CHANGES}


async def test_a_refused_extension_or_restriction_changes_nothing() -> None:
    house = await an_employer()
    partner = await a_partner(house)
    revoked = await a_partner(house)
    await manage.revoke_partner(revoked.name, NOW)
    elsewhere = await contract(await an_employer("C"))
    before = await rows_without_sessions()
    for act, why in (
        (manage.extend_partner("Nobody", [], [Scope.WEBHOOKS]), "no partner"),
        (manage.extend_partner(revoked.name, [], [Scope.WEBHOOKS]), "was revoked"),
        (manage.extend_partner(partner.name, [await contract(house), "VF0"], [Scope.WEBHOOKS]), "VF0"),
        (manage.restrict_partner("Nobody", [], [Scope.STATUS], NOW), "no partner"),
        (manage.restrict_partner(partner.name, ["VF0"], [Scope.STATUS], NOW), "VF0"),
        (manage.restrict_partner(partner.name, [elsewhere], [Scope.STATUS], NOW), f"has no {elsewhere} to"),
        (
            manage.restrict_partner(partner.name, [], [Scope.STATUS, Scope.WEBHOOKS], NOW),
            "has no webhooks to",
        ),
    ):
        with pytest.raises(PartnerCommandError, match=why):
            await act
    assert await rows_without_sessions() == before


async def test_of_two_names_that_differ_in_case_only_the_exact_one_is_revoked() -> None:
    """Earlier versions let two partners have such names."""
    house = await an_employer()
    first, second = await a_partner(house, name="Ircantec"), await a_partner(house, name="Autre")
    await PartnerRow.filter(id=second.id).update(name="IRCANTEC")
    await manage.revoke_partner("IRCANTEC", NOW)
    assert await recognise_key(second.key, NOW) is None
    assert await recognise_key(first.key, NOW)


async def test_the_last_use_is_the_latest_whichever_process_writes_first() -> None:
    await a_partner(await an_employer())
    (row,) = await query("SELECT id FROM partner_key", [])
    await recognise.record_key_uses(row["id"], 1, NOW + HOUR)
    await recognise.record_key_uses(row["id"], 1, NOW)
    (listed,) = await manage.list_partners()
    assert (listed.keys[0].uses, listed.keys[0].last_used_at) == (2, NOW + HOUR)
