"""Webhooks by rule: how messages are named and signed, when they are tried again (Standard Webhooks)."""

from datetime import timedelta

from models.rules.partners.webhooks import message_id, pause_after, signatures, wait_after


def test_retries_spread_over_three_days_and_end() -> None:
    waits = [wait_after(attempts, 0.0) for attempts in range(1, 11)]
    assert waits[-1] is None
    known = [wait for wait in waits if wait is not None]
    assert known == sorted(known)
    assert timedelta(days=3) < sum(known, timedelta()) < timedelta(days=4)
    assert wait_after(1, 1.0) == timedelta(seconds=5.5)


def test_a_webhook_that_takes_nothing_is_left_alone_ever_longer() -> None:
    pauses = [pause_after(failures) for failures in range(1, 40)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(seconds=5), timedelta(minutes=5))


def test_a_signature_depends_on_all_it_covers() -> None:
    made = {
        signatures([secret], name, moment, body)
        for secret in (b"a", b"b")
        for name in ("m", "n")
        for moment in (1, 2)
        for body in (b"x", b"y")
    }
    assert len(made) == 16


def test_a_message_bears_a_signature_for_each_secret() -> None:
    one, other = (signatures([secret], "m", 1, b"x") for secret in (b"a", b"b"))
    assert signatures([b"a", b"b"], "m", 1, b"x") == f"{one} {other}"


def test_a_message_has_one_id_for_each_webhook_and_change_which_tells_nothing_of_others() -> None:
    names = {message_id(b"key", webhook, change) for webhook in (1, 2) for change in range(50)}
    assert len(names) == 100
    assert message_id(b"key", 1, 7) == message_id(b"key", 1, 7)
    assert all(len(name) == 36 for name in names)
