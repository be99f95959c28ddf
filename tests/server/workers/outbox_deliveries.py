"""Invitations in the outbox, their states, and `comptoir deliver` in a process of its own."""

import asyncio
import os
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import OutgoingState
from models.stores.employers.employers import employers_by_id
from models.tables.messages import OutgoingRow
from resolvers.messages.compose import queue_invitations
from server.mail.mail_url import MailServer
from server.settings import Settings
from tests.factories import POLICY, a_house, an_account

ROOT = Path(__file__).parents[3]
SECONDS = 0.02


def settings_of(database_url: str, way: MailServer | Path, delivery_seconds: float = SECONDS) -> Settings:
    url = f"file:{way}" if isinstance(way, Path) else f"smtp://{way.host}:{way.port}?starttls=optional"
    return Settings(
        database_url=database_url,
        secret_key=SecretStr(POLICY.secret_key.decode()),
        mail_url=SecretStr(url),
        delivery_seconds=delivery_seconds,
    )


async def invitations(count: int) -> list[str]:
    """Put this many invitations in the outbox, due now; their Message-IDs, sorted."""
    house, now = await a_house(), datetime.now(UTC)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    for number in range(count):
        account = await an_account(house.employer_id, "Ménard" + "e" * number, "Zoé", active=False)
        await queue_invitations([account], employer, house.jean, now, paris_day(now), POLICY)
    ids = await OutgoingRow.all().values_list("message_id", flat=True)
    return sorted(f"<{message_id}>" for message_id in ids)


async def states() -> Counter[OutgoingState]:
    return Counter([row.state for row in await OutgoingRow.all()])


async def deliver_command(settings: Settings, *options: str) -> asyncio.subprocess.Process:
    """`comptoir deliver`, in a process of its own."""
    environment = {
        **os.environ,
        "COMPTOIR_DATABASE_URL": settings.database_url,
        "COMPTOIR_SECRET_KEY": settings.secret_key.get_secret_value(),
        "COMPTOIR_MAIL_URL": settings.mail_url.get_secret_value(),
        "COMPTOIR_DELIVERY_SECONDS": str(settings.delivery_seconds),
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from server.cli.main import main; main()", "deliver", *options),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
