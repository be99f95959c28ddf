"""Exports of several pages, read page by page."""

from datetime import timedelta

import time_machine

from models.rules.vocabulary import Language
from resolvers.caller import Caller
from schema.ids import Kind, encode_id
from server.exports.lists import ACCOUNTS
from server.exports.pages import PAGE, Pages
from tests.client import Service
from tests.factories import NOW, House, an_account
from tests.server.exports.downloads import services_of


async def three_pages(house: House) -> None:
    for number in range(2 * PAGE):
        await an_account(house.employer_id, f"Nom {number:04d}")


class Reading:
    """An export of the accounts, read page by page; time passes only while it sleeps."""

    def __init__(self, served: Service, house: House, caller: Caller) -> None:
        self.caller, self.slept = caller, 0.0
        variables = {"employerId": encode_id(Kind.EMPLOYER, house.employer_id)}
        services, traveller = services_of(served), time_machine.travel(NOW, tick=False)
        self.traveller = traveller

        async def recognise() -> Caller:
            return self.caller

        async def sleep(seconds: float) -> None:
            self.slept += seconds
            self.clock.move_to(NOW + timedelta(seconds=self.slept))

        self.pages = Pages(services, ACCOUNTS, variables, recognise, "", NOW, Language.FRENCH, sleep)

    def __enter__(self) -> "Reading":
        self.clock = self.traveller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.traveller.stop()
