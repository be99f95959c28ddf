"""What may be done to an account, for every status, every profile, oneself and others (M2-M4, R3, D1, D2)."""

from datetime import timedelta
from itertools import product
from typing import Any, NamedTuple

import pytest

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import (
    deletion_refusal,
    invitation_refusal,
    is_active_administrator,
    modification_refusal,
    profile_refusal,
    promotion_refusal,
    renewal_refusal,
    restoration_refusal,
    rights_refusal,
    unlocking_refusal,
)
from models.rules.refusals import Refusal
from models.rules.vocabulary import AccountStatus, ErrorCode, Profile
from tests.models.rules.account_facts import CALLER_ID, NOW, TODAY, an_account, an_account_that_is

PENDING, ACTIVE, EXPIRED, DELETED = AccountStatus
USER, ADMINISTRATOR = Profile


class Case(NamedTuple):
    status: AccountStatus
    profile: Profile
    own: bool

    @property
    def account(self) -> Account:
        number = CALLER_ID if self.own else CALLER_ID + 1
        return an_account_that_is(self.status, profile=self.profile, id=number)


on_every_account = pytest.mark.parametrize(
    "case",
    [Case(*each) for each in product(AccountStatus, Profile, (False, True))],
    ids=lambda case: f"{case.status}-{case.profile}-{'own' if case.own else 'other'}",
)


def code_of(refusal: Refusal | None) -> ErrorCode | None:
    return refusal.code if refusal else None


@on_every_account
def test_an_expired_account_cannot_be_modified_until_renewed_nor_a_deleted_one_until_restored(
    case: Case,
) -> None:
    code = {EXPIRED: ErrorCode.ACCOUNT_EXPIRED, DELETED: ErrorCode.ACCOUNT_DELETED}.get(case.status)
    assert code_of(modification_refusal(case.account, TODAY)) is code


def test_an_expired_account_can_be_modified_once_it_is_renewed() -> None:
    expired = an_account_that_is(EXPIRED)
    assert modification_refusal(expired, TODAY) is not None
    assert renewal_refusal(expired, TODAY) is None
    assert modification_refusal(an_account(expires_on=TODAY), TODAY) is None


@on_every_account
@pytest.mark.parametrize("wanted", Profile)
def test_a_user_can_become_an_administrator_never_the_reverse_and_no_caller_changes_their_own_profile(
    case: Case, wanted: Profile
) -> None:
    code = {
        (USER, ADMINISTRATOR, True): ErrorCode.SELF_FORBIDDEN,
        (ADMINISTRATOR, USER, True): ErrorCode.SELF_FORBIDDEN,
        (ADMINISTRATOR, USER, False): ErrorCode.DEMOTION_FORBIDDEN,
    }.get((case.profile, wanted, case.own))
    assert code_of(profile_refusal(case.account, wanted, CALLER_ID, by_mandate=False)) is code


@on_every_account
def test_no_caller_changes_their_own_rights(case: Case) -> None:
    assert code_of(rights_refusal(case.account, CALLER_ID)) is (
        ErrorCode.SELF_FORBIDDEN if case.own else None
    )


@on_every_account
def test_promotion_is_offered_for_the_pending_or_active_account_of_another_user(case: Case) -> None:
    reasons = [
        (case.profile is ADMINISTRATOR, ErrorCode.INVALID),
        (case.status is DELETED, ErrorCode.ACCOUNT_DELETED),
        (case.status is EXPIRED, ErrorCode.ACCOUNT_EXPIRED),
        (case.own, ErrorCode.SELF_FORBIDDEN),
    ]
    code = next((code for holds, code in reasons if holds), None)
    assert code_of(promotion_refusal(case.account, CALLER_ID, TODAY, by_mandate=False)) is code


@on_every_account
def test_expired_and_active_accounts_can_be_renewed_deleted_and_pending_ones_cannot(case: Case) -> None:
    code = {DELETED: ErrorCode.ACCOUNT_DELETED, PENDING: ErrorCode.ACCOUNT_PENDING}.get(case.status)
    assert code_of(renewal_refusal(case.account, TODAY)) is code


@on_every_account
@pytest.mark.parametrize("administrators", [0, 1, 2, 9])
def test_neither_ones_own_account_nor_the_last_active_administrators_can_be_deleted(
    case: Case, administrators: int
) -> None:
    last = case.status is ACTIVE and case.profile is ADMINISTRATOR and administrators <= 1
    reasons = [
        (case.status is DELETED, ErrorCode.ACCOUNT_DELETED),
        (case.own, ErrorCode.SELF_FORBIDDEN),
        (last, ErrorCode.LAST_ADMINISTRATOR),
    ]
    code = next((code for holds, code in reasons if holds), None)
    assert code_of(deletion_refusal(case.account, CALLER_ID, administrators, TODAY)) is code


@on_every_account
def test_only_an_administrator_whose_account_is_active_counts_as_one(case: Case) -> None:
    assert is_active_administrator(case.account, TODAY) is (
        case.profile is ADMINISTRATOR and case.status is ACTIVE
    )


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (None, ErrorCode.INVALID),
        (timedelta(0), None),
        (timedelta(days=29), None),
        (timedelta(days=30) - timedelta(microseconds=1), None),
        (timedelta(days=30), ErrorCode.ACCOUNT_DELETED),
        (timedelta(days=400), ErrorCode.ACCOUNT_DELETED),
    ],
)
def test_a_deleted_account_can_be_restored_for_30_days(
    since: timedelta | None, code: ErrorCode | None
) -> None:
    account = an_account(deleted_at=None if since is None else NOW - since)
    assert code_of(restoration_refusal(account, NOW, 30)) is code


@on_every_account
def test_an_invitation_is_sent_again_only_to_a_holder_who_still_has_no_password(case: Case) -> None:
    code = {
        DELETED: ErrorCode.ACCOUNT_DELETED,
        EXPIRED: ErrorCode.ACCOUNT_EXPIRED,
        ACTIVE: ErrorCode.INVALID,
    }.get(case.status)
    assert code_of(invitation_refusal(case.account, TODAY)) is code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"locked_until": NOW + timedelta(minutes=15)}, None),
        ({"locked_until": NOW}, ErrorCode.INVALID),
        ({"locked_until": None}, ErrorCode.INVALID),
        ({"locked_until": NOW + timedelta(minutes=15), "deleted_at": NOW}, ErrorCode.ACCOUNT_DELETED),
    ],
    ids=["locked", "no longer locked", "never locked", "locked and deleted"],
)
def test_only_a_locked_account_can_be_unlocked(changes: dict[str, Any], code: ErrorCode | None) -> None:
    assert code_of(unlocking_refusal(an_account(**changes), NOW)) is code


REMEDIES: dict[AccountStatus, list[tuple[Refusal | None, str]]] = {
    EXPIRED: [
        (modification_refusal(an_account_that_is(EXPIRED), TODAY), "renouvelez-le avant de le modifier"),
        (
            promotion_refusal(an_account_that_is(EXPIRED), CALLER_ID, TODAY, by_mandate=False),
            "renouvelez-le avant d'en faire un administrateur",
        ),
        (
            invitation_refusal(an_account_that_is(EXPIRED, has_password=False), TODAY),
            "renouvelez-le, puis renvoyez l'invitation",
        ),
        (
            invitation_refusal(an_account_that_is(EXPIRED, has_password=True), TODAY),
            "renouvelez-le, et le titulaire se connecte",
        ),
    ],
    DELETED: [
        (modification_refusal(an_account_that_is(DELETED), TODAY), "restaurez-le avant de le modifier"),
        (
            promotion_refusal(an_account_that_is(DELETED), CALLER_ID, TODAY, by_mandate=False),
            "restaurez-le avant d'en faire un administrateur",
        ),
        (renewal_refusal(an_account_that_is(DELETED), TODAY), "restaurez-le avant de le renouveler"),
        (
            invitation_refusal(an_account_that_is(DELETED), TODAY),
            "restaurez-le avant de renvoyer l'invitation",
        ),
        (deletion_refusal(an_account_that_is(DELETED), CALLER_ID, 2, TODAY), "déjà supprimé"),
        (
            unlocking_refusal(an_account_that_is(DELETED), NOW),
            "le restaurer, s'il est encore temps, le déverrouille",
        ),
    ],
    PENDING: [(renewal_refusal(an_account_that_is(PENDING), TODAY), "renvoyez plutôt l'invitation")],
    ACTIVE: [(invitation_refusal(an_account_that_is(ACTIVE), TODAY), "le titulaire se connecte")],
}


@pytest.mark.parametrize(
    ("refusal", "remedy"),
    [case for cases in REMEDIES.values() for case in cases],
    ids=lambda value: str(value)[:40],
)
def test_a_refusal_says_the_remedy_of_what_was_to_be_done(refusal: Refusal | None, remedy: str) -> None:
    assert refusal is not None
    assert remedy in refusal.french
    others = {"modifier", "renouveler", "renvoyer", "administrateur"} - set(remedy.replace("'", " ").split())
    assert not any(other in refusal.french for other in others)
