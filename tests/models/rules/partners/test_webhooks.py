"""Webhooks by rule: how messages are named and signed, when they are tried again (Standard Webhooks)."""

from datetime import timedelta

from models.rules.partners.webhook_retry import pause_duration, retry_delay
from models.rules.partners.webhooks import webhook_message_id, webhook_signatures


def test_retries_spread_over_three_days_and_end() -> None:
    waits = [retry_delay(attempts, 0.0) for attempts in range(1, 11)]
    assert waits[-1] is None
    known = [wait for wait in waits if wait is not None]
    assert known == sorted(known)
    assert timedelta(days=3) < sum(known, timedelta()) < timedelta(days=4)
    assert retry_delay(1, 1.0) == timedelta(seconds=5.5)


def test_a_webhook_that_takes_nothing_is_left_alone_ever_longer() -> None:
    pauses = [pause_duration(failures) for failures in range(1, 40)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(seconds=5), timedelta(minutes=5))


def test_a_signature_depends_on_all_it_covers() -> None:
    made = {
        webhook_signatures([secret], name, moment, body)
        for secret in (b"a", b"b")
        for name in ("m", "n")
        for moment in (1, 2)
        for body in (b"x", b"y")
    }
    assert len(made) == 16


def test_a_message_bears_a_signature_for_each_secret() -> None:
    one, other = (webhook_signatures([secret], "m", 1, b"x") for secret in (b"a", b"b"))
    assert webhook_signatures([b"a", b"b"], "m", 1, b"x") == f"{one} {other}"


def test_a_message_has_one_id_for_each_webhook_and_change_which_tells_nothing_of_others() -> None:
    names = {webhook_message_id(b"key", webhook, change) for webhook in (1, 2) for change in range(50)}
    assert len(names) == 100
    assert webhook_message_id(b"key", 1, 7) == webhook_message_id(b"key", 1, 7)
    assert all(len(name) == 36 for name in names)
