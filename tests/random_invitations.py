"""Locks and invitations of every state for accounts drawn at random, with ties at the moment NOW."""

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from random import Random

from models.rules.vocabulary import Channel, LinkPurpose, MessageKind, OutgoingState
from models.tables.accounts import AccountRow
from models.tables.messages import OutgoingRow
from models.tables.sign_in import LinkRow
from tests.factories import NOW

TICK = timedelta(microseconds=1)
MOMENTS = (NOW - timedelta(days=1), NOW - TICK, NOW, NOW + TICK, NOW + timedelta(days=1))


async def lock_and_invite(random: Random, account_ids: Collection[int]) -> None:
    """Lock some of the accounts; give each none or a few links, the last one used if it has a password."""
    for row in await AccountRow.filter(id__in=list(account_ids)).order_by("id"):
        await AccountRow.filter(id=row.id).update(locked_until=random.choice((None, None, *MOMENTS)))
        links = random.choice((0, 1, 1, 2, 3))
        for number in range(links):
            has_used_it = number == links - 1 and row.password_created_at is not None
            await _invite(random, row, NOW if has_used_it else None)
        if random.random() < 0.3:  # a link to a forgotten password is no invitation
            await _link(random, row, LinkPurpose.RESET, None)


async def _invite(random: Random, account: AccountRow, used_at: datetime | None) -> None:
    link = await _link(random, account, LinkPurpose.CREATE, used_at)
    if random.random() < 0.9:
        await OutgoingRow.create(
            employer_id=account.employer_id,
            account_id=account.id,
            link_id=link.id,
            channel=Channel.EMAIL,
            kind=MessageKind.INVITATION,
            recipient=account.email,
            facts="{}",
            message_id=secrets.token_hex(16),
            state=random.choice(list(OutgoingState)),
            created_at=NOW,
            next_attempt_at=NOW,
        )


async def _link(
    random: Random, account: AccountRow, purpose: LinkPurpose, used_at: datetime | None
) -> LinkRow:
    return await LinkRow.create(
        account_id=account.id,
        purpose=purpose,
        nonce=secrets.token_hex(16),
        token_hash=secrets.token_hex(32),
        created_at=NOW - timedelta(days=20),
        expires_at=random.choice(MOMENTS),
        used_at=used_at,
        revoked_at=random.choice((None, None, NOW)),
    )
