"""Refusing a second account for one person, unless the caller has confirmed it."""

from models.rules.accounts.account import Details
from models.rules.refusals import Refused, likely_duplicate
from models.stores.accounts.duplicates import accounts_like

MAX_NAMED_DUPLICATES = 3


async def check_duplicates(employer_id: int, details: Details) -> None:
    """Check that no account of the employer seems to be this person's: same e-mail, or name and department.

    Raises: Refused with LIKELY_DUPLICATE, once for each such account, up to three.
    """
    accounts = await accounts_like(employer_id, details, MAX_NAMED_DUPLICATES)
    if accounts:
        raise Refused(
            *(
                likely_duplicate(f"{account.first_name} {account.last_name}", account.identifier).under(
                    "email" if account.email.lower() == details.email.lower() else "lastName"
                )
                for account in accounts
            )
        )
