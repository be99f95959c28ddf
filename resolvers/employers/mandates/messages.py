"""The e-mails to the administrators of a mandate's sides, and the letter to its representative (E1, N4)."""

from collections.abc import Callable, Collection
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.employers.mandate import Mandate
from models.rules.messages.facts import MandateLetterFacts, MandateNewsFacts, Person
from models.rules.policy import Policy
from models.rules.vocabulary import MandateNews
from models.stores.accounts.accounts import active_administrators
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from resolvers.employers.mandates.sides import MandateAct
from resolvers.messages.compose import (
    email_to,
    letter_to_representative,
    new_message_id,
    person_from_account,
)


async def emails_to_sides(
    news: MandateNews,
    sides: Collection[int],
    mandate: Mandate,
    giver: Employer,
    centre: Employer,
    today: date,
    message_id: Callable[[Account], str],
) -> list[OutgoingMessage]:
    """Return an e-mail to each active administrator of these sides."""
    by_employer = await active_administrators(list(sides), today)
    return [
        email_to(
            account,
            MandateNewsFacts(
                administrator=person_from_account(account),
                news=news,
                giver_name=giver.name,
                centre_name=centre.name,
                scope=mandate.scope,
                starts_on=mandate.starts_on,
                ends_on=mandate.ends_on,
            ),
            message_id(account),
        )
        for side in sides
        for account in by_employer[side]
    ]


async def tell(news: MandateNews, sides: Collection[int], act: MandateAct, policy: Policy) -> None:
    """Queue an e-mail to each active administrator of these sides of an act."""
    emails = await emails_to_sides(
        news, sides, act.mandate, act.giver, act.centre, act.today, lambda _account: new_message_id(policy)
    )
    await enqueue_messages(emails, act.now)


async def tell_of_proposal(
    mandate: Mandate,
    giver: Employer,
    centre: Employer,
    actor: Account,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue the e-mails to the centre's administrators, and the letter to the giver's representative."""
    emails = await emails_to_sides(
        MandateNews.PROPOSED,
        [centre.id],
        mandate,
        giver,
        centre,
        today,
        lambda _account: new_message_id(policy),
    )
    representative = giver.representative
    facts = MandateLetterFacts(
        representative=Person(representative.civility, representative.last_name, representative.first_name),
        representative_title=representative.title,
        actor=person_from_account(actor),
        on=today,
        employer_name=giver.name,
        contract_number=giver.contract_number,
        centre_name=centre.name,
        scope=mandate.scope,
        starts_on=mandate.starts_on,
        ends_on=mandate.ends_on,
    )
    letter = letter_to_representative(giver, actor, facts, policy)
    await enqueue_messages([*emails, letter], now)
