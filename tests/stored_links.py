"""Password links written straight into the table, without the message that brings them."""

from collections.abc import Sequence
from datetime import datetime

from models.rules.vocabulary import LinkPurpose
from models.stores.bulk_insert import bulk_insert, reserve_ids
from models.stores.sign_in.password_links import NewPasswordLink


async def insert_password_links(
    links: Sequence[NewPasswordLink], purpose: LinkPurpose, at: datetime, until: datetime
) -> list[int]:
    """Insert the links in two statements, however many; return their ids in the same order."""
    ids = await reserve_ids("password_link", len(links))
    await bulk_insert(
        "password_link",
        (
            {
                "id": link_id,
                "account_id": link.account_id,
                "purpose": purpose,
                "nonce": link.nonce,
                "token_hash": link.token_hash,
                "created_at": at,
                "expires_at": until,
            }
            for link_id, link in zip(ids, links, strict=True)
        ),
    )
    return ids
