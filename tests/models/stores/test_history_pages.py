"""Pages of the history, newest first, filtered and searched (H3)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.rules.accounts.search import search_terms
from models.rules.history_entry import SYSTEM, HistoryFilter, HistoryScope
from models.rules.vocabulary import Operation, Profile
from models.stores.history import count_history, history_page
from models.stores.history_append import append_history
from tests.factories import NOW, a_house, an_account, an_employer
from tests.models.stores.recorded_history import all_entries, an_event, done_by, record_hourly

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("size", [1, 3, 7, 10, 11])
async def test_pages_walked_either_way_give_every_entry_once_newest_first(size: int) -> None:
    house = await a_house()
    await record_hourly(house, 10)
    for backward in (False, True):
        walked: list[int] = []
        beyond, more = None, True
        while more:
            page, more = await history_page(
                HistoryScope(house.employer_id), HistoryFilter(), limit=size, beyond=beyond, backward=backward
            )
            on_page = [entry.sequence for _, entry in page]
            walked = on_page + walked if backward else walked + on_page
            assert len(on_page) == size or not more
            assert len(walked) <= 10
            beyond = on_page[0 if backward else -1]
        assert walked == list(range(10, 0, -1)), backward


async def test_history_is_filtered_by_account_operation_and_moment() -> None:
    house = await a_house()
    await record_hourly(house, 10)
    scope, of_sara = HistoryScope(house.employer_id), HistoryScope(house.employer_id, house.sara.id)
    paris = ZoneInfo("Europe/Paris")
    third = (NOW + timedelta(hours=3)).astimezone(paris)

    for of, wanted, sequences in [
        (of_sara, HistoryFilter(), [10, 7, 4, 1]),
        (scope, HistoryFilter(operations=(Operation.ACCOUNT_DELETED,)), [10, 7, 4, 1]),
        (scope, HistoryFilter(operations=()), []),
        (scope, HistoryFilter(operations=(Operation.ACCOUNT_RENEWED,)), []),
        (scope, HistoryFilter(start=third), [10, 9, 8, 7, 6, 5, 4]),
        (scope, HistoryFilter(end=third), [3, 2, 1]),
        (of_sara, HistoryFilter(start=third, end=third + timedelta(microseconds=1)), [4]),
        (of_sara, HistoryFilter(start=datetime(2026, 11, 23, 12, 0, 1, tzinfo=paris)), [10, 7, 4]),
    ]:
        assert [entry.sequence for entry in await all_entries(of, wanted)] == sequences, wanted
        assert await count_history(of, wanted) == len(sequences), wanted


async def test_history_is_searched_by_those_it_is_about_and_those_who_did_it() -> None:
    house = await a_house()
    other = await an_account(await an_employer("RÉGION"), "Ørsted", "Åse", profile=Profile.ADMINISTRATOR)
    await append_history(house.employer_id, NOW, done_by(house.jean), [an_event(house.paul)])
    await append_history(house.employer_id, NOW, done_by(other), [an_event(house.sara)])
    await append_history(house.employer_id, NOW, SYSTEM, [an_event(house.jean)])
    scope = HistoryScope(house.employer_id)
    for terms, sequences in [
        (("martin",), [1]),
        (("louty",), [3, 1]),
        (("orsted",), [2]),
        (("louty", "paul"), [1]),
        (("louty", "sara"), []),
        (("%",), []),
    ]:
        entries = await all_entries(scope, HistoryFilter(terms=terms))
        assert [entry.sequence for entry in entries] == sequences, terms


async def test_history_is_searched_as_lists_are_but_for_those_of_other_employers() -> None:
    house = await a_house()
    anne = await an_account(house.employer_id, "Le Goff", "Anne", department="Antenne de Saint Nazaire")
    other = await an_account(await an_employer("RÉGION"), "Ørsted", "Åse-Lou", department="Archives")
    await append_history(house.employer_id, NOW, done_by(anne), [an_event(house.paul)])
    await append_history(house.employer_id, NOW, done_by(house.jean), [an_event(anne)])
    await append_history(house.employer_id, NOW, done_by(other), [an_event(house.sara)])
    for text, sequences in [
        ("le-goff", [2, 1]),
        ("Saint-Nazaire", [2, 1]),
        ("\u200bLe\u00adGoff", [2, 1]),
        ("anne@chu-nantes.example", [2, 1]),
        ("paul@chu", [1]),
        ("02 41 05 19 38", [3, 2, 1]),
        ("åse lou", [3]),
        ("aselou@chu", []),
        ("archives", []),
    ]:
        entries = await all_entries(HistoryScope(house.employer_id), HistoryFilter(terms=search_terms(text)))
        assert [entry.sequence for entry in entries] == sequences, text
