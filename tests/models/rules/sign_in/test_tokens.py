"""Tokens of links and sessions: 256 bits, derived or random, stored as hashes (C3, P5)."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.sign_in.tokens import PasswordLink, link_token, lockout_key, network_address_key, token_hash
from models.rules.vocabulary import LinkPurpose, LinkState
from tests.models.rules.account_facts import NOW

keys, nonces = st.binary(min_size=1), st.text()
HEX = re.compile(r"[0-9a-f]{64}")
TICK = timedelta(microseconds=1)


@given(keys, nonces)
def test_a_link_is_always_the_same_and_holds_256_bits(key: bytes, nonce: str) -> None:
    assert link_token(key, nonce) == link_token(key, nonce)
    assert HEX.fullmatch(link_token(key, nonce))


@given(st.binary(min_size=32, max_size=32), st.sets(nonces, min_size=2, max_size=2))
def test_two_links_never_share_a_token_nor_do_two_keys(key: bytes, pair: set[str]) -> None:
    one, other = pair
    assert link_token(key, one) != link_token(key, other)
    assert link_token(key, one) != link_token(key + b"!", one)


@given(st.text())
def test_what_is_stored_of_a_token_does_not_show_it(token: str) -> None:
    assert HEX.fullmatch(token_hash(token))
    assert token_hash(token) == token_hash(token)
    assert token_hash(token) != token


def test_the_stored_hash_is_the_sha_256_that_other_programs_compute() -> None:
    assert token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def a_link(**facts: Any) -> PasswordLink:
    return replace(PasswordLink(1, 2, LinkPurpose.CREATE, NOW + timedelta(days=15), None, None), **facts)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, LinkState.USABLE),
        ({"expires_at": NOW + TICK}, LinkState.USABLE),
        ({"expires_at": NOW}, LinkState.LAPSED),
        ({"revoked_at": NOW - TICK}, LinkState.LAPSED),
        ({"used_at": NOW - TICK}, LinkState.USED),
        ({"used_at": NOW - TICK, "expires_at": NOW}, LinkState.USED),
    ],
)
def test_a_link_is_valid_until_it_lapses_is_replaced_or_is_used(
    facts: dict[str, Any], state: LinkState
) -> None:
    assert a_link(**facts).state(NOW) is state


@given(keys, st.text(), st.text())
def test_wrong_passwords_are_counted_under_a_key_that_does_not_reveal_the_identifier(
    key: bytes, one: str, other: str
) -> None:
    assert HEX.fullmatch(lockout_key(key, one))
    assert (lockout_key(key, one) == lockout_key(key, other)) is (one == other)
    assert lockout_key(key, one) != lockout_key(key + b"!", one)
    assert lockout_key(key, one) != link_token(key, one)


@given(keys, st.text(), st.text())
def test_attempts_from_a_network_address_are_counted_under_a_key_that_does_not_reveal_it(
    key: bytes, one: str, other: str
) -> None:
    assert HEX.fullmatch(network_address_key(key, one))
    assert (network_address_key(key, one) == network_address_key(key, other)) is (one == other)
    assert network_address_key(key, one) != network_address_key(key + b"!", one)
    assert network_address_key(key, one) not in {lockout_key(key, one), link_token(key, one)}
