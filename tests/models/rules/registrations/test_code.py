"""The code of a letter: readable, drawn evenly, and typed as people type (N1)."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis.strategies import binary

from models.rules.accounts.identifier import ALPHABET
from models.rules.messages.spelled_code import spelled
from models.rules.registrations.code import is_code, make_code
from models.rules.sign_in.tokens import registration_code_key, registration_token

SECRET = b"a secret of the tests, of no use elsewhere"


@given(binary(min_size=32, max_size=32))
def test_a_code_has_two_halves_of_four_readable_characters_and_can_be_spelled(key: bytes) -> None:
    code = make_code(key)
    assert re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", code)
    assert is_code(code, code)
    assert spelled(code).count(",") == 8


def test_codes_of_many_letters_use_every_character_evenly() -> None:
    codes = [make_code(registration_code_key(SECRET, f"{nonce:032x}")) for nonce in range(2_000)]
    counts = Counter("".join(codes).replace("-", ""))
    assert set(counts) == set(ALPHABET)
    assert max(counts.values()) < 1.3 * min(counts.values())
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("typed", ["K7MX-2PQ9", "k7mx2pq9", " K7MX 2PQ9 ", "K7MX–2PQ9", "K7-MX-2P-Q9"])
def test_case_spaces_and_hyphens_do_not_matter(typed: str) -> None:
    assert is_code(typed, "K7MX-2PQ9")


@pytest.mark.parametrize(
    "typed", ["", "K7MX-2PQ", "K7MX-2PQ99", "K7MX-2PQ8", "-", "\uff2b7MX-2PQ9", "é" * 1_000]
)
def test_anything_else_is_another_code(typed: str) -> None:
    assert not is_code(typed, "K7MX-2PQ9")


def test_the_code_and_the_link_of_one_nonce_tell_nothing_of_each_other() -> None:
    nonce = "0" * 32
    assert registration_code_key(SECRET, nonce).hex() != registration_token(SECRET, nonce)
    assert registration_code_key(b"another", nonce) != registration_code_key(SECRET, nonce)


def test_a_code_is_spelled_so_that_no_character_is_misheard() -> None:
    assert spelled("K7MX-2PQ9") == (
        "K comme Kléber, 7 (sept), M comme Marcel, X comme Xavier, tiret, "
        "2 (deux), P comme Pierre, Q comme Quintal, 9 (neuf)"
    )
