"""The ids and signatures of webhook messages (Standard Webhooks)."""

from models.rules.partners.webhooks import webhook_message_id, webhook_signatures


def test_a_signature_depends_on_all_it_covers() -> None:
    signatures = {
        webhook_signatures([secret], message_id, moment, body)
        for secret in (b"a", b"b")
        for message_id in ("m", "n")
        for moment in (1, 2)
        for body in (b"x", b"y")
    }
    assert len(signatures) == 16


def test_a_message_has_a_signature_for_each_secret() -> None:
    one, other = (webhook_signatures([secret], "m", 1, b"x") for secret in (b"a", b"b"))
    assert webhook_signatures([b"a", b"b"], "m", 1, b"x") == f"{one} {other}"


def test_a_message_has_one_id_for_each_webhook_and_change_which_reveals_nothing_of_others() -> None:
    ids = {webhook_message_id(b"key", webhook, change) for webhook in (1, 2) for change in range(50)}
    assert len(ids) == 100
    assert webhook_message_id(b"key", 1, 7) == webhook_message_id(b"key", 1, 7)
    assert all(len(message_id) == 36 for message_id in ids)
