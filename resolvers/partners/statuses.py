"""What partners ask all day: is an account good, and what has changed since (T1, T2)."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.rules.accounts.identifier import is_identifier, normalise_identifier
from models.rules.partners.feed import PartnerAccountStatus, PublishedChange
from models.rules.refusals import Refused, limit_exceeded
from models.rules.vocabulary import Scope
from models.stores.accounts.accounts import partner_account_statuses
from models.stores.partners.feed import feed_page
from resolvers.caller import Caller, require_partner

MAX_STATUS_IDENTIFIERS = 250


async def read_statuses(
    caller: Caller, identifiers: Sequence[str], today: date
) -> list[PartnerAccountStatus | None]:
    """One for each identifier, in the order asked, by one query; None alike for what is unknown, malformed,
    and another employer's.

    Raises: Refused, as `require_partner`; LIMIT_EXCEEDED for more than 250.
    """
    partner = require_partner(caller, Scope.STATUS)
    if len(identifiers) > MAX_STATUS_IDENTIFIERS:
        raise Refused(limit_exceeded(MAX_STATUS_IDENTIFIERS, len(identifiers)).under("identifiers"))
    wanted = [normalise_identifier(text) for text in identifiers]
    asked = {text for text in wanted if is_identifier(text)}
    found: Mapping[str, PartnerAccountStatus] = await partner_account_statuses(
        sorted(asked), partner.employers, today
    )
    return [found.get(text) for text in wanted]


async def read_changes(caller: Caller, place: int, limit: int) -> list[PublishedChange]:
    """The changes of the partner's employers that follow a place in the feed, the oldest first (T2).

    Raises: Refused, as `require_partner`.
    """
    partner = require_partner(caller, Scope.CHANGES)
    return await feed_page(place, partner.employers, limit)
