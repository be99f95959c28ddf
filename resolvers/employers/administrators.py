"""What an operator does for an employer's administrators: invites the first ones, and sends a link again."""

from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.accounts.identifier import normalise_identifier
from models.rules.employers.employer import Employer
from models.rules.employers.employer_refusals import administrator_unknown
from models.rules.history_entry import OPERATOR
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.vocabulary import Profile
from models.stores.accounts.accounts import account_for_operator
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.accounts.duplicates import check_duplicates
from resolvers.accounts.open_account import AccountOpening, open_account
from resolvers.employer_transaction import employer_transaction
from resolvers.operators.support import send_invitation_again


async def invite_administrator(
    employer: Employer, details_input: DetailsInput, now: datetime, policy: Policy, *, allow_duplicate: bool
) -> Account:
    """Create an administrator's account without an administrator, and queue its invitation and letter.

    Raises: Refused, as `resolvers.accounts.create.create`; nothing is written then.
    """
    details = check_details(details_input, Profile.ADMINISTRATOR)
    async with employer_transaction(employer.id, now, only_open=True) as today:
        if not allow_duplicate:
            await check_duplicates(employer.id, details)
        opening = AccountOpening(details, Profile.ADMINISTRATOR, {})
        return await open_account(opening, employer, None, OPERATOR, now, today, policy)


async def resend_invitation(identifier: str, now: datetime, policy: Policy) -> Account:
    """Send a pending administrator a new link, which revokes the earlier ones (C3).

    Raises: Refused, with NOT_FOUND for an unknown identifier and for a user, whose administrators do this.
    """
    account_before = await account_for_operator(normalise_identifier(identifier))
    if account_before is None or account_before.profile is not Profile.ADMINISTRATOR:
        raise Refused(administrator_unknown())
    return await send_invitation_again(account_before, OPERATOR, [], now, policy)
