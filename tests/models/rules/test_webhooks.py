"""Webhooks by rule: where they may go, how they are signed, when they are tried again (Standard Webhooks)."""

from datetime import timedelta
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.webhooks import all_public, is_public, message_id, signature, url_refusal, wait_after

URL = "https://partenaire.example/suivi"
NO_ADDRESS = [
    "https://", "ftp://a.example", "//a.example", "http://a.example", "https://me@a.example", "https://me:pw@a.example",
    "https://a.example/#b", "https://a.example#", "https://a.example:0", "https://a.example:99999", "https://é.example",
    "https://a.example\\b", "https://[",
]  # fmt: skip
PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1", "fc00::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "2002:7f00:1::", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe",
]  # fmt: skip


@pytest.mark.parametrize("url", ["", "https://a.example/\n", "https://a b.example", *NO_ADDRESS])
def test_what_is_no_address_for_a_webhook(url: str) -> None:
    assert url_refusal(url)


def test_an_address_has_at_most_500_characters() -> None:
    assert url_refusal(f"{URL}/{'a' * (500 - len(URL) - 1)}") is None
    assert url_refusal(f"{URL}/{'a' * (500 - len(URL))}")


@pytest.mark.parametrize(
    "url", [URL, "https://a.example:8443/x?y=1", "https://[2001:db8::1]/", "HTTPS://A.example"]
)
def test_what_may_be_one(url: str) -> None:
    assert url_refusal(url) is None


@pytest.mark.parametrize("text", PRIVATE)
def test_what_is_not_of_the_open_network(text: str) -> None:
    assert not is_public(ip_address(text))


@given(st.ip_addresses())
def test_nothing_is_public_that_python_does_not_call_global(address: object) -> None:
    known = ip_address(str(address))
    assert not is_public(known) or known.is_global


def test_one_private_address_of_a_name_is_enough() -> None:
    public, private = ip_address("192.88.98.1"), ip_address("10.0.0.1")
    assert all_public([public])
    assert not all_public([public, private])


def test_retries_spread_over_three_days_and_end() -> None:
    waits = [wait_after(attempts, 0.0) for attempts in range(1, 11)]
    assert waits[-1] is None
    known = [wait for wait in waits if wait is not None]
    assert known == sorted(known)
    assert timedelta(days=3) < sum(known, timedelta()) < timedelta(days=4)
    assert wait_after(1, 1.0) == timedelta(seconds=5.5)


def test_a_signature_depends_on_all_it_covers() -> None:
    made = {
        signature(secret, name, moment, body)
        for secret in (b"a", b"b")
        for name in ("m", "n")
        for moment in (1, 2)
        for body in (b"x", b"y")
    }
    assert len(made) == 16


def test_a_message_has_one_id_for_each_webhook_which_tells_nothing_of_others() -> None:
    names = {message_id(secret, change) for secret in (b"a", b"b") for change in range(50)}
    assert len(names) == 100
    assert message_id(b"a", 7) == message_id(b"a", 7)
    assert all(len(name) == 36 for name in names)
