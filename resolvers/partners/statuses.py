"""Account statuses and status changes, for partners (T1, T2)."""

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
    """Return the status of each identifier, in the order of the request; one query for all.

    It is None for an identifier that is unknown, malformed, or of an employer that the partner may not read.

    Raises: Refused, as `require_partner`; LIMIT_EXCEEDED for more than 250.
    """
    partner = require_partner(caller, Scope.STATUS)
    if len(identifiers) > MAX_STATUS_IDENTIFIERS:
        raise Refused(limit_exceeded(MAX_STATUS_IDENTIFIERS, len(identifiers)).under("identifiers"))
    normalised = [normalise_identifier(text) for text in identifiers]
    well_formed = {text for text in normalised if is_identifier(text)}
    statuses: Mapping[str, PartnerAccountStatus] = await partner_account_statuses(
        sorted(well_formed), partner.employers, today
    )
    return [statuses.get(text) for text in normalised]


async def read_changes(caller: Caller, position: int, limit: int) -> list[PublishedChange]:
    """Return the changes of the partner's employers after a position in the feed, the oldest first (T2).

    Raises: Refused, as `require_partner`.
    """
    partner = require_partner(caller, Scope.CHANGES)
    return await feed_page(position, partner.employers, limit)
