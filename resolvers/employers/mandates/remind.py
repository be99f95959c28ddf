"""Tells both sides that a mandate is about to end: 60, 30, 7 and 1 days before (E1)."""

from datetime import date, datetime, timedelta

from models.rules.accounts.account import Account
from models.rules.employers.mandate import MANDATE_REMINDER_DAYS, Mandate, reminder_due
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.vocabulary import MandateNews
from models.stores.employers.employers import employers_by_id
from models.stores.employers.mandates import ending_mandates
from models.stores.messages.outbox import already_queued, enqueue_messages
from resolvers.employer_transaction import employer_transaction
from resolvers.employers.mandates.messages import emails_to_sides


async def remind_of_mandate_ends(now: datetime, policy: Policy) -> int:
    """Queue the reminders due that were not queued before; return how many. Safe to run again.

    The Message-ID of a reminder names its mandate, its days and its reader. After a stop, only the latest of
    several reminders is sent.
    """
    today = paris_day(now)
    ending = await ending_mandates(today, today + timedelta(days=max(MANDATE_REMINDER_DAYS)))
    return sum([await _remind(mandate, now, today, policy) for mandate in ending])


async def _remind(mandate: Mandate, now: datetime, today: date, policy: Policy) -> int:
    days = reminder_due(mandate, today)
    if days is None:
        return 0

    def message_id(account: Account) -> str:
        return f"mandate-{mandate.id}-{days}-{account.id}@{policy.message_host}"

    sides = await employers_by_id([mandate.giver_id, mandate.centre_id])
    giver, centre = sides[mandate.giver_id], sides[mandate.centre_id]
    async with employer_transaction(giver.id, now):
        emails = await emails_to_sides(
            MandateNews.ENDING, [giver.id, centre.id], mandate, giver, centre, today, message_id
        )
        queued = await already_queued(emails)
        due = [email for email in emails if email.message_id not in queued]
        await enqueue_messages(due, now)
        return len(due)
