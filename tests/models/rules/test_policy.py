"""The durations and limits that apply by default, and the order of closed lists."""

import pytest

from models.rules.policy import Policy
from models.rules.vocabulary import AccessLevel, AccountStatus, Language, LetterPolicy


def test_the_product_has_default_durations_and_settings_may_change_them() -> None:
    policy = Policy(secret_key=b"key")
    assert policy.validity_months == 18
    assert policy.link_days == 15
    assert policy.restore_days == 30
    assert (policy.session_idle_minutes, policy.session_hours) == (30, 8)
    assert policy.letters is LetterPolicy.EVERY_ACCOUNT
    assert policy.language is Language.FRENCH
    assert policy.page == 100
    assert Policy(secret_key=b"key", validity_months=12).validity_months == 12


@pytest.mark.parametrize(
    ("public_url", "host"),
    [
        ("https://Comptes.Example.FR/", "comptes.example.fr"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
        (f"https://{'a' * 45}", "a" * 45),
        (f"https://{'a' * 40}.comptes.example.fr", "comptes.example.fr"),
        (f"https://{'a' * 46}", "comptoir"),
        ("http://[::1]:8000", "comptoir"),
        ("https://comptes.orléans.fr", "comptes.xn--orlans-dva.fr"),
        (f"https://{'é' * 64}.fr", "fr"),
        ("", "comptoir"),
    ],
)
def test_message_ids_end_in_the_public_host_as_far_as_it_fits(public_url: str, host: str) -> None:
    assert Policy(secret_key=b"key", public_url=public_url).message_host == host


def test_statuses_are_in_the_order_of_an_accounts_life() -> None:
    assert [*AccountStatus] == ["PENDING", "ACTIVE", "EXPIRED", "DELETED"]


def test_modification_includes_reading_and_reading_more_than_nothing() -> None:
    assert AccessLevel.NONE < AccessLevel.READ < AccessLevel.WRITE
