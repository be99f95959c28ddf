"""The holder's half: following a link, creating a password, asking for another, changing it (C3, P7)."""

import secrets
from datetime import date, datetime, timedelta
from typing import Literal

from models.rules.accounts.account import Account
from models.rules.accounts.identifier import normalise_identifier
from models.rules.history import SYSTEM, Actor
from models.rules.messages.facts import PasswordChangedFacts, PasswordResetFacts
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refused, bad_credentials, link_unusable, not_signed_in
from models.rules.sign_in.password import password_refusal
from models.rules.sign_in.tokens import PasswordLink, link_token, lockout_key, token_hash
from models.rules.vocabulary import (
    AccountStatus,
    LinkPurpose,
    LinkState,
    MessageKind,
    Operation,
)
from models.stores.accounts.account_writes import save_password_created_at
from models.stores.accounts.accounts import account_for_link
from models.stores.employers import employers_by_id
from models.stores.messages.outbox import enqueue_messages, revoke_queued_links
from models.stores.sign_in.credentials import account_with_password_hash, save_password_hash
from models.stores.sign_in.lockouts import clear_lockouts
from models.stores.sign_in.password_links import (
    find_password_link,
    insert_password_link,
    mark_link_used,
    revoke_password_links,
)
from models.stores.sign_in.sessions import end_all_sessions, insert_session
from resolvers.caller import Caller
from resolvers.employer_transaction import employer_transaction
from resolvers.history.record import history_event, record_history
from resolvers.messages.compose import email_to, new_message_id, person_from_account
from resolvers.sign_in.common_passwords import common_passwords
from resolvers.sign_in.lockout import check_password, record_right_password
from resolvers.sign_in.passwords import hash_password


async def find_link(token: str) -> PasswordLink | None:
    """What a link is good for, without using it up (C3). None if there is no such link."""
    return await find_password_link(token_hash(token))


async def create_password(token: str, password: str, now: datetime, policy: Policy) -> str:
    """The first password, or a new one; the identifier it goes with. Nobody is signed in by it.

    Raises: Refused with LINK_UNUSABLE or PASSWORD_TOO_WEAK; the link is not used up then.
    """
    link = await _usable(token, now)
    account = await account_for_link(link.account_id)
    _check_password(password, account)
    password_hash = await hash_password(password)
    async with employer_transaction(account.employer_id, now) as today:
        link = await _usable(token, now)
        account = await account_for_link(link.account_id)
        await mark_link_used(link.id, now)
        await _keep(account, password_hash, now, policy)
        after = await account_for_link(account.id)
        if link.purpose is LinkPurpose.RESET:
            await _tell(MessageKind.PASSWORD_CHANGED, after, now, today, policy)
        await _record(after, account, now, today)
    return account.identifier


async def change_password(
    caller: Caller, current: str, new: str, now: datetime, policy: Policy
) -> tuple[Caller, str]:
    """Every session ends; the caller goes on in a new one, whose token comes back (P4).

    A wrong current password counts like one at sign-in, or a stolen session could try them all (P3).
    Raises: Refused with NOT_SIGNED_IN, BAD_CREDENTIALS (at currentPassword) or PASSWORD_TOO_WEAK.
    """
    own = caller.signed_in()
    _, kept = known = await account_with_password_hash(own.identifier) or (own, None)
    if not await check_password(own.identifier, current, known, now, policy):
        raise Refused(bad_credentials().under("currentPassword"))
    await record_right_password(own.identifier, now, policy)
    _check_password(new, own, "newPassword")
    password_hash = await hash_password(new)
    token = secrets.token_hex(32)
    async with employer_transaction(own.employer_id, now) as today:
        before, hash_before = await account_with_password_hash(own.identifier) or (own, None)
        if hash_before != kept or before.locked(now) or before.status(today) is not AccountStatus.ACTIVE:
            raise Refused(not_signed_in())  # the session has ended meanwhile
        await _keep(own, password_hash, now, policy)
        session_id = await insert_session(own.id, token_hash(token), caller.profile or own.profile, now)
        await _tell(MessageKind.PASSWORD_CHANGED, before, now, today, policy)
        await _record(before, before, now, today)
    return caller.in_session(session_id, now + timedelta(hours=policy.session_hours)), token


async def request_password_reset(identifier: str, now: datetime, policy: Policy) -> None:
    """A link of an hour, for an account that can sign in; for all others, nothing, and no word of it (P7)."""
    facts = await account_with_password_hash(normalise_identifier(identifier))
    if facts is None or facts[0].status(paris_day(now)) is not AccountStatus.ACTIVE:
        return
    async with employer_transaction(facts[0].employer_id, now) as today:
        account = await account_for_link(facts[0].id)
        if account.status(today) is not AccountStatus.ACTIVE:
            return
        await revoke_queued_links([account.id])
        await revoke_password_links([account.id], now)
        nonce = secrets.token_hex(16)
        until = now + timedelta(minutes=policy.reset_minutes)
        hashed = token_hash(link_token(policy.secret_key, nonce))
        link_id = await insert_password_link(account.id, LinkPurpose.RESET, nonce, hashed, now, until)
        await _tell(MessageKind.PASSWORD_RESET, account, now, today, policy, link_id)
        event = history_event(Operation.PASSWORD_RESET_REQUESTED, account, [])
        await record_history(account.employer_id, SYSTEM, [event], [], now, today)  # anyone can have asked


async def _usable(token: str, now: datetime) -> PasswordLink:
    link = await find_password_link(token_hash(token))
    if link is None:
        raise Refused(link_unusable(LinkState.UNKNOWN).under("token"))
    state = link.state(now)
    if state is not LinkState.USABLE:
        raise Refused(link_unusable(state, link.purpose).under("token"))
    return link


def _check_password(password: str, account: Account, field: str = "password") -> None:
    personal = [account.identifier, account.last_name, account.first_name]
    if refusal := password_refusal(password, personal, common_passwords()):
        raise Refused(refusal.under(field))


async def _keep(account: Account, password_hash: str, now: datetime, policy: Policy) -> None:
    """The new password, and what it ends: sessions, other links, the count of wrong ones, the lock."""
    await save_password_hash(account.id, password_hash, now)
    await save_password_created_at(account.id, now)
    await end_all_sessions([account.id], now)
    await revoke_password_links([account.id], now)
    await revoke_queued_links([account.id])
    await clear_lockouts([lockout_key(policy.secret_key, account.identifier)])


async def _record(after: Account, before: Account, now: datetime, today: date) -> None:
    event = history_event(Operation.PASSWORD_CREATED, after, [])
    await record_history(after.employer_id, _holder(after), [event], [(before, after)], now, today)


def _holder(account: Account) -> Actor:
    return Actor(account.id, account.employer_id)


async def _tell(
    kind: Literal[MessageKind.PASSWORD_CHANGED, MessageKind.PASSWORD_RESET],
    account: Account,
    now: datetime,
    today: date,
    policy: Policy,
    link_id: int | None = None,
) -> None:
    """Queue an e-mail to the holder about their password."""
    employer = (await employers_by_id([account.employer_id]))[account.employer_id]
    holder = person_from_account(account)
    facts = (
        PasswordResetFacts(holder, employer.name, today, policy.reset_minutes)
        if kind is MessageKind.PASSWORD_RESET
        else PasswordChangedFacts(holder, employer.name, today)
    )
    message = email_to(account, facts, new_message_id(policy), link_id)
    await enqueue_messages([message], now)
