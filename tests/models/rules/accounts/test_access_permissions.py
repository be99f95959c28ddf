"""When an administrator may send a link to a new password, or end sessions: every status, oneself, others."""

from datetime import datetime, timedelta

import pytest

from models.rules.accounts.access_permissions import (
    password_reset_refusal,
    reset_limit_refusal,
    sessions_refusal,
)
from models.rules.refusals import Refusal
from models.rules.vocabulary import AccountStatus, ErrorCode
from tests.models.rules.account_facts import CALLER_ID, NOW, TODAY, an_account_that_is

PENDING, ACTIVE, EXPIRED, DELETED = AccountStatus
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def reset(status: AccountStatus, own: bool = False, **changes: object) -> Refusal | None:
    number = CALLER_ID if own else CALLER_ID + 1
    return password_reset_refusal(an_account_that_is(status, id=number, **changes), CALLER_ID, TODAY)


def ending(status: AccountStatus, own: bool = False, **changes: object) -> Refusal | None:
    number = CALLER_ID if own else CALLER_ID + 1
    return sessions_refusal(an_account_that_is(status, id=number, **changes), CALLER_ID, NOW, TODAY)


@pytest.mark.parametrize(
    ("refusal", "code", "remedy"),
    [
        (reset(DELETED), ErrorCode.ACCOUNT_DELETED, "restaurez-le avant d'envoyer un lien"),
        (reset(EXPIRED), ErrorCode.ACCOUNT_EXPIRED, "renouvelez-le, puis envoyez le lien"),
        (reset(EXPIRED, has_password=False), ErrorCode.ACCOUNT_EXPIRED, "puis renvoyez l'invitation"),
        (reset(PENDING), ErrorCode.ACCOUNT_PENDING, "renvoyez plutôt l'invitation"),
        (reset(ACTIVE, own=True), ErrorCode.SELF_FORBIDDEN, "« Mon compte »"),
        (ending(DELETED), ErrorCode.ACCOUNT_DELETED, "il n'y a rien à faire"),
        (ending(EXPIRED), ErrorCode.ACCOUNT_EXPIRED, "il n'y a rien à faire"),
        (ending(PENDING), ErrorCode.ACCOUNT_PENDING, "il n'y a rien à faire"),
        (ending(ACTIVE, own=True), ErrorCode.SELF_FORBIDDEN, "« Mon compte »"),
        (ending(ACTIVE, locked_until=NOW + MINUTE), ErrorCode.ACCOUNT_LOCKED, "il n'y a rien à faire"),
    ],
)
def test_each_refusal_has_its_code_and_its_remedy(
    refusal: Refusal | None, code: ErrorCode, remedy: str
) -> None:
    assert refusal is not None
    assert refusal.code is code
    assert remedy in refusal.french


def test_a_colleagues_active_account_may_have_both_and_a_locked_one_a_link_that_lifts_the_lock() -> None:
    assert reset(ACTIVE) is None
    assert ending(ACTIVE, locked_until=NOW) is None
    assert reset(ACTIVE, locked_until=NOW + HOUR) is None


@pytest.mark.parametrize(
    ("sent_at", "minutes"),
    [
        ([], None),
        ([NOW - MINUTE, NOW], None),
        ([NOW - 59 * MINUTE, NOW - MINUTE, NOW], "1 minute."),
        ([NOW - HOUR + timedelta(seconds=1), NOW, NOW], "1 minute."),
        ([NOW - 30 * MINUTE, NOW - 20 * MINUTE, NOW], "30 minutes."),
        ([NOW - 30 * MINUTE, NOW - 20 * MINUTE, NOW, NOW], "40 minutes."),
    ],
)
def test_the_third_link_within_the_hour_is_the_last_and_the_refusal_says_how_long_to_wait(
    sent_at: list[datetime], minutes: str | None
) -> None:
    refusal = reset_limit_refusal(sent_at, 3, HOUR, NOW)
    if minutes is None:
        assert refusal is None
    else:
        assert refusal is not None
        assert refusal.code is ErrorCode.RATE_LIMITED
        assert refusal.french.endswith(f"recommencez dans {minutes}")
        assert refusal.english.endswith(f"try again in {minutes}")
