"""What partners ask all day: is an account good, and what has changed since (T1, T2)."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.rules.accounts.identifier import is_identifier, normalise_identifier
from models.rules.partners.feed import Standing, ToldChange
from models.rules.refusals import Refused, limit_exceeded
from models.rules.vocabulary import Scope
from models.stores.accounts.accounts import standings
from models.stores.partners.feed import feed_after
from resolvers.caller import Caller, partner_for

MOST = 250


async def statuses(caller: Caller, identifiers: Sequence[str], today: date) -> list[Standing | None]:
    """One for each identifier, in the order asked, by one query; None alike for what is unknown, malformed,
    and another employer's.

    Errors: Refused, as `partner_for`; LIMIT_EXCEEDED for more than 250.
    """
    partner = partner_for(caller, Scope.STATUS)
    if len(identifiers) > MOST:
        raise Refused(limit_exceeded(MOST, len(identifiers)).under("identifiers"))
    wanted = [normalise_identifier(text) for text in identifiers]
    asked = {text for text in wanted if is_identifier(text)}
    found: Mapping[str, Standing] = await standings(sorted(asked), partner.employers, today)
    return [found.get(text) for text in wanted]


async def changes_after(caller: Caller, place: int, limit: int) -> list[ToldChange]:
    """The changes of the partner's employers that follow a place in the feed, the oldest first (T2).

    Errors: Refused, as `partner_for`.
    """
    partner = partner_for(caller, Scope.CHANGES)
    return await feed_after(place, partner.employers, limit)
