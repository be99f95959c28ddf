"""API keys of partners: random, recognised by their prefix, and checked before any look-up (T3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.partners.api_key import API_KEY_PREFIX, api_key_hint, generate_api_key, is_api_key
from models.rules.partners.partner import format_client_id, parse_client_id

DRAWN = st.binary(min_size=32, max_size=32)


@given(DRAWN)
def test_a_key_is_recognised_by_its_prefix_and_its_checksum(drawn: bytes) -> None:
    key = generate_api_key(drawn)
    assert key.startswith(API_KEY_PREFIX)
    assert len(key) == 54
    assert is_api_key(key)
    assert key.startswith(api_key_hint(key))
    assert len(api_key_hint(key)) == 11


@given(DRAWN, st.integers(0, 53), st.characters())
def test_one_wrong_character_makes_it_no_key(drawn: bytes, place: int, character: str) -> None:
    key = generate_api_key(drawn)
    other = key[:place] + character + key[place + 1 :]
    assert is_api_key(other) is (other == key)


@given(DRAWN, DRAWN)
def test_two_draws_give_two_keys(one: bytes, other: bytes) -> None:
    assert (generate_api_key(one) == generate_api_key(other)) is (one == other)


@given(st.text())
def test_anything_else_is_no_key(text: str) -> None:
    assert not is_api_key(text)


def test_too_few_random_bytes_are_no_key() -> None:
    with pytest.raises(ValueError, match="31 bytes"):
        generate_api_key(b"a" * 31)


@given(st.integers(1, 2**62 - 1))
def test_a_client_id_names_its_partner(partner_id: int) -> None:
    assert parse_client_id(format_client_id(partner_id)) == partner_id


@pytest.mark.parametrize("text", ["", "partner-", "partner-x", "partner-²", "7", "partner-" + "9" * 30])
def test_what_is_no_client_id_names_no_partner(text: str) -> None:
    assert parse_client_id(text) is None
