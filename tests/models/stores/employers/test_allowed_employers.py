"""What a process remembers of the employers of a partner or a holder is what the database holds (E1, T1)."""

import random
from datetime import timedelta

import pytest

from models.database import query, transaction
from models.rules.accounts.account import Account
from models.rules.refusals import Refused, not_found
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import MandateScope, Profile
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.allowed_employers import Memory
from models.stores.employers.mandates import mandates_of_holder
from models.stores.partners.partner_keys import find_partner_by_key_hash
from models.stores.sign_in.sessions import find_session, insert_session
from models.stores.sql import Statement, StoredIds
from models.tables.mandates import MandateHolderRow, MandateRow
from models.tables.partners import PartnerEmployerRow
from tests.factories import NOW, TODAY, APartner, a_house, a_mandate, a_partner, an_employer, read
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")
SESSION = "t" * 64


async def remembered_mandates() -> dict[int, MandateScope]:
    session = await find_session(SESSION, TODAY)
    assert session
    assert session.held
    assert session.held.administers == {session.account.employer_id, *session.held.mandates}
    return dict(session.held.mandates)


async def remembered_employers(partner: APartner) -> frozenset[int]:
    known = await find_partner_by_key_hash(token_hash(partner.key))
    assert known
    return known[0].employers


async def stored_employers(partner: APartner) -> set[int]:
    rows = await PartnerEmployerRow.filter(partner_id=partner.id)
    return {row.employer_id for row in rows}


async def change_any(
    draw: random.Random, holders: list[Account], givers: list[int], partner: APartner
) -> None:
    """One change of the rows, by whatever way."""
    mandates = await MandateRow.all().order_by("id")
    mandate, giver, holder = draw.choice(mandates), draw.choice(givers), draw.choice(holders)
    match draw.randrange(10):
        case 0:
            await a_mandate(holder, giver, draw.choice(list(MandateScope)))
        case 1:
            await MandateRow.filter(id=mandate.id).update(ended_at=NOW)
        case 2:
            await MandateRow.filter(id=mandate.id).update(
                ended_at=None, scope=draw.choice(list(MandateScope))
            )
        case 3:
            days = timedelta(days=draw.randrange(-2, 3))
            await MandateRow.filter(id=mandate.id).update(
                starts_on=TODAY - timedelta(days=9), ends_on=TODAY + days
            )
        case 4:
            await MandateRow.filter(giver_id=giver).update(accepted_at=draw.choice([None, NOW]))
        case 5:
            await MandateHolderRow.filter(account_id=holder.id).update(removed_at=NOW)
        case 6:
            removed = await MandateHolderRow.filter(mandate_id=mandate.id).values_list("id", flat=True)
            await MandateHolderRow.filter(id=removed[0]).update(removed_at=None)
        case 7:
            await PartnerEmployerRow.get_or_create(partner_id=partner.id, employer_id=giver)
        case 8:
            await PartnerEmployerRow.filter(partner_id=partner.id, employer_id=giver).delete()
        case _:
            other = await PartnerEmployerRow.filter(partner_id=partner.id, employer_id=giver).exists()
            if not other:
                await PartnerEmployerRow.filter(partner_id=partner.id, employer_id=givers[0]).update(
                    employer_id=giver
                )


@pytest.mark.parametrize("seed", range(3))
async def test_after_any_change_it_is_what_the_database_holds(seed: int) -> None:
    draw = random.Random(seed)
    centre = await a_house()
    givers = [await an_employer(f"G{number}") for number in range(5)]
    partner = await a_partner(*givers[:3])
    await a_mandate(centre.sara, givers[0])
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)
    for _ in range(40):
        await change_any(draw, [centre.sara, centre.jean], givers, partner)
        assert await remembered_mandates() == await mandates_of_holder(centre.sara.id, TODAY)
        assert await remembered_employers(partner) == await stored_employers(partner)


async def test_a_change_that_is_rolled_back_is_not_remembered() -> None:
    centre, giver = await a_house(), await an_employer("GIVER")
    partner = await a_partner(giver)
    await a_mandate(centre.sara, giver)
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)

    async def refused() -> None:
        async with transaction():
            await MandateRow.filter(giver_id=giver).update(ended_at=NOW)
            await PartnerEmployerRow.filter(partner_id=partner.id).delete()
            assert await remembered_mandates() == {}
            assert await remembered_employers(partner) == frozenset()
            raise Refused(not_found())

    for _ in range(2):
        with pytest.raises(Refused):
            await refused()
        assert await remembered_mandates() == {giver: MandateScope.MANAGE}
        assert await remembered_employers(partner) == {giver}


async def test_a_holder_acts_for_those_of_its_own_centre_alone() -> None:
    """The version that a session reads is that of the account's own employer."""
    centre, other, giver = await a_house(), await a_house("OTHER CENTRE"), await an_employer("GIVER")
    mandate = await a_mandate(other.sara, giver)
    await a_mandate(centre.sara, await an_employer("OWN"))
    await MandateHolderRow.create(mandate_id=mandate, account_id=centre.sara.id, named_at=NOW)
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)
    assert giver not in await remembered_mandates()
    assert giver not in await mandates_of_holder(centre.sara.id, TODAY)


async def test_on_the_day_after_its_last_a_mandate_is_not_remembered_either() -> None:
    centre, giver = await a_house(), await an_employer("GIVER")
    await a_mandate(centre.sara, giver, days=30)
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)
    for days, mandates in ((30, {giver: MandateScope.MANAGE}), (31, {}), (30, {giver: MandateScope.MANAGE})):
        session = await find_session(SESSION, TODAY + timedelta(days=days))
        assert session
        assert session.held
        assert session.held.mandates == mandates


async def many_employers(count: int) -> list[int]:
    first = await an_employer("THE FIRST")
    columns = (
        "postal_address, representative_civility, representative_last_name, representative_first_name, "
        "history_sequence, history_hash, expiries_told_on, name_key, search_key, version"
    )
    rows = await query(
        f"WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count - 1}) "
        f"INSERT INTO employer (name, siret, contract_number, {columns}) "
        f"SELECT 'COMMUNE ' || n, CAST(80000000000000 + n AS TEXT), 'VFM' || n, {columns} "
        f"FROM n, employer WHERE employer.id = {first} RETURNING id",
        [],
    )
    return [first, *(row["id"] for row in rows)]


@pytest.mark.parametrize("count", [10, 2_000])
async def test_of_thousands_of_employers_no_request_sends_the_ids(count: int) -> None:
    """A request costs the same, however many there are: only after a change are they read."""
    employers = await many_employers(count)
    house = await a_house()
    partner = await a_partner(house.employer_id)
    await PartnerEmployerRow.bulk_create(
        [PartnerEmployerRow(partner_id=partner.id, employer_id=employer_id) for employer_id in employers]
    )
    await remembered_employers(partner)
    with counted() as statements:
        allowed = await remembered_employers(partner)
        own = await accounts_by_id([house.paul.id], allowed)
        none = await accounts_by_id([house.paul.id], allowed - {house.employer_id})
    assert allowed == {house.employer_id, *employers}
    assert (own, none) == ({house.paul.id: await read(house.paul)}, {})
    assert len(statements) == 3
    assert all(len(statement) < 2_000 for statement in statements[:2])


async def test_the_condition_holds_for_the_own_employer_and_those_of_mandates_alone() -> None:
    centre, other = await a_house(), await a_house("OTHER")
    givers = [await a_house(f"G{number}") for number in range(60)]
    for giver in givers:
        await a_mandate(centre.sara, giver.employer_id)
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)
    session = await find_session(SESSION, TODAY)
    assert session
    assert session.held
    assert isinstance(session.held.administers, StoredIds)
    assert "mandate_holder" in Statement().among("account.employer_id", session.held.administers)
    seen = [centre.paul, givers[0].paul, givers[59].paul]
    accounts = await accounts_by_id([other.paul.id, *(one.id for one in seen)], session.held.administers)
    assert accounts == {one.id: one for one in seen}


@pytest.mark.parametrize("column", ["employer_id", "own.employer_id", "m.giver_id", "allowed.employer_id"])
async def test_a_column_that_would_be_compared_with_itself_is_refused(column: str) -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id)
    with pytest.raises(ValueError, match="name another table"):
        Statement().among(column, await remembered_employers(partner))


async def test_the_least_recently_used_is_forgotten_first() -> None:
    memory: Memory[str] = Memory(max_ids=10)
    memory.remember(1, "v", "one", 4)
    memory.remember(2, "v", "two", 4)
    assert memory.recall(1, "v") == "one"
    memory.remember(3, "v", "three", 4)
    assert [memory.recall(key, "v") for key in (1, 2, 3)] == ["one", None, "three"]
    memory.remember(3, "w", "more", 10)
    assert [memory.recall(key, "w") for key in (1, 3)] == [None, "more"]
    assert memory.recall(3, "v") is None
