"""A partner that receives webhooks over HTTPS."""

from collections.abc import AsyncIterator

import pytest

from models.rules.vocabulary import Scope
from tests.factories import a_house, a_partner, asking
from tests.processes.smtp import Certificate, self_made
from tests.processes.webhook_receiver import a_receiver
from tests.resolvers.partners.webhook_subscriber import Subscriber, a_sender


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return self_made(tmp_path_factory.mktemp("tls"))


@pytest.fixture
async def subscriber(database_url: str, tls: Certificate) -> AsyncIterator[Subscriber]:
    house = await a_house()
    caller = await asking(await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS]))
    async with (
        a_receiver(tls) as receiver,
        a_sender(database_url, webhook_ca_file=tls.certificate) as sender,
    ):
        yield Subscriber(house, caller, receiver, sender)
