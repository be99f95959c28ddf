"""A long export is read page by page, each page as an operation of its caller."""

import pytest

from server.exports.pages import PAGE, PageFailed
from tests.client import Service
from tests.factories import House, signed_in
from tests.server.exports.long_exports import Reading, three_pages


@pytest.mark.parametrize("served", [{"cost_limit": 1_000, "cost_per_minute": 1_000}], indirect=True)
async def test_a_long_export_waits_for_its_callers_minutes_and_comes_whole(
    served: Service, house: House
) -> None:
    await three_pages(house)
    caller = signed_in(house.jean)
    with Reading(served, house, caller) as reading:
        first, _ = await reading.pages.first(caller)
        employers = [employer async for employer in reading.pages.following(first)]
        identifiers = [node["identifier"] for employer in employers for node in employer["page"]["nodes"]]
        assert len(set(identifiers)) == len(identifiers) == 2 * PAGE + 3
        assert len(employers) == 3
        assert 0 < reading.slept <= 180


async def test_what_a_caller_may_no_longer_see_breaks_the_export_off(service: Service, house: House) -> None:
    await three_pages(house)
    caller = signed_in(house.jean)
    with Reading(service, house, caller) as reading:
        first, _ = await reading.pages.first(caller)
        pages = reading.pages.following(first)
        await anext(pages)
        reading.caller = signed_in(house.paul)
        with pytest.raises(PageFailed):
            await anext(pages)
