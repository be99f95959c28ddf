"""Uses of a partner's key are counted in memory, and written at most once (T3)."""

from models.database import connected
from models.rules.vocabulary import Scope
from models.tables.employers import EmployerRow
from resolvers.partners import manage
from server.auth.key_usage import KeyUsageCounter
from tests.factories import NOW, an_employer


async def test_counts_whose_write_failed_are_not_written_a_second_time(database_url: str) -> None:
    counter = KeyUsageCounter()
    async with connected(database_url):
        employer = await EmployerRow.get(id=await an_employer())
        await manage.create_partner("Caisse", [employer.contract_number], frozenset(Scope), NOW)
        key_id = (await manage.list_partners())[0].keys[0].id
    counter.count(key_id, NOW)
    await counter.write()  # no database is connected
    async with connected(database_url):
        await counter.write()
        counter.count(key_id, NOW)
        await counter.write()
        assert (await manage.list_partners())[0].keys[0].uses == 1
