"""URLs that a webhook may have, and network addresses on the public internet."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.partners.public_addresses import all_public, is_public, webhook_url_refusal

URL = "https://partenaire.example/suivi"
NOT_WEBHOOK_URLS = [
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
    "64:ff9b:1::a00:1", "::10.0.0.1", "::ffff:0:10.0.0.1", "2a01:e0a::5efe:10.0.0.1",
    "2a01:e0a::200:5efe:10.0.0.1",
    "3fff::1", "5f00::1", "2001:db8::1", "192.0.0.192", "198.18.0.1", "240.0.0.1", "168.63.129.16",
]  # fmt: skip


@pytest.mark.parametrize("url", ["", "https://a.example/\n", "https://a b.example", *NOT_WEBHOOK_URLS])
def test_these_urls_cannot_be_a_webhook(url: str) -> None:
    assert webhook_url_refusal(url)


def test_a_webhook_url_has_at_most_500_characters() -> None:
    assert webhook_url_refusal(f"{URL}/{'a' * (500 - len(URL) - 1)}") is None
    assert webhook_url_refusal(f"{URL}/{'a' * (500 - len(URL))}")


@pytest.mark.parametrize(
    "url", [URL, "https://a.example:8443/x?y=1", "https://[2001:db8::1]/", "HTTPS://A.example"]
)
def test_these_urls_can_be_a_webhook(url: str) -> None:
    assert webhook_url_refusal(url) is None


@pytest.mark.parametrize("text", PRIVATE)
def test_these_addresses_are_not_on_the_public_internet(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize(
    "text", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"]
)
def test_these_addresses_are_on_the_public_internet(text: str) -> None:
    assert is_public(ip_address(text))


@given(st.ip_addresses())
def test_nothing_is_public_that_python_does_not_call_global(address: object) -> None:
    parsed = ip_address(str(address))
    assert not is_public(parsed) or parsed.is_global


def test_one_private_address_of_a_host_name_is_enough_to_refuse_it() -> None:
    public, private = ip_address("192.88.98.1"), ip_address("10.0.0.1")
    assert all_public([public])
    assert not all_public([public, private])
