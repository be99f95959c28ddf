"""Creating a password with a link from an e-mail: the first one, or a new one (C3, P7)."""

from datetime import datetime

from models.rules.policy import Policy
from models.rules.refusals import Refused, link_unusable
from models.rules.sign_in.tokens import PasswordLink, token_hash
from models.rules.vocabulary import LinkPurpose, LinkState
from models.stores.accounts.accounts import account_for_link
from models.stores.sign_in.password_links import find_password_link, mark_link_used
from resolvers.employer_transaction import employer_transaction
from resolvers.sign_in.new_password import check_password_rules, record_password_created, save_new_password
from resolvers.sign_in.password_emails import queue_password_changed
from resolvers.sign_in.passwords import hash_password


async def find_link(token: str) -> PasswordLink | None:
    """Return the link of a token without using it (C3); None if there is no such link."""
    return await find_password_link(token_hash(token))


async def create_password(token: str, password: str, now: datetime, policy: Policy) -> str:
    """Create the first password or a new one, with a link (C3); return the identifier. Starts no session.

    Raises: Refused with LINK_UNUSABLE or PASSWORD_TOO_WEAK; the link can still be used then.
    """
    link = await _usable_link(token, now)
    account = await account_for_link(link.account_id)
    await check_password_rules(password, account)
    password_hash = await hash_password(password)
    async with employer_transaction(account.employer_id, now) as today:
        link = await _usable_link(token, now)
        account = await account_for_link(link.account_id)
        await mark_link_used(link.id, now)
        await save_new_password(account, password_hash, now, policy)
        after = await account_for_link(account.id)
        if link.purpose is LinkPurpose.RESET:
            await queue_password_changed(after, now, today, policy)
        await record_password_created(account, after, now, today)
    return account.identifier


async def _usable_link(token: str, now: datetime) -> PasswordLink:
    link = await find_password_link(token_hash(token))
    if link is None:
        raise Refused(link_unusable(LinkState.UNKNOWN).under("token"))
    state = link.state(now)
    if state is not LinkState.USABLE:
        raise Refused(link_unusable(state, link.purpose).under("token"))
    return link
