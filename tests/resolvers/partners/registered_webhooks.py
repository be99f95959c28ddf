"""Webhooks that tests register, and their dead letters."""

from models.database import transaction
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import AccountStatus, DeliveryState, Scope
from models.stores.partners.feed import append_to_feed
from models.tables.history import StatusChangeRow
from models.tables.webhooks import DeliveryRow
from resolvers.caller import Caller
from resolvers.partners import webhooks
from tests.factories import NOW, POLICY, House, a_partner, asking

URL = "https://partenaire.example/suivi"


async def anywhere(_url: str) -> bool:
    return True


async def inside(_url: str) -> bool:
    return False


async def a_listener(house: House) -> Caller:
    return await asking(await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS]))


async def register(caller: Caller, url: str = URL) -> str:
    return (await webhooks.register(caller, url, NOW, POLICY, anywhere))[1]


async def a_dead_letter(house: House, webhook_id: int) -> None:
    async with transaction():
        change = StatusChange(house.paul.id, AccountStatus.ACTIVE, AccountStatus.DELETED, NOW)
        await append_to_feed(house.employer_id, [change])
    published = await StatusChangeRow.filter(employer_id=house.employer_id).order_by("-id").first()
    assert published
    await DeliveryRow.create(
        webhook_id=webhook_id,
        change=published,
        account_id=published.account_id,
        state=DeliveryState.DEAD,
        error="answered 500",
        next_attempt_at=NOW,
    )
