"""Passwords that are easy to guess, though they have a character of each kind (P1)."""

import secrets
import string
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import matching

from models.rules.sign_in.guessable import Weakness
from models.rules.sign_in.password import broken_rules, suggested_password
from resolvers.sign_in import password_strength
from resolvers.sign_in.everyday_words import word_kinds
from resolvers.sign_in.password_strength import find_weakness, password_weakness

WORDS = sorted(word for word in word_kinds() if word.isascii() and word.isalpha() and len(word) > 3)


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("Password1!", Weakness.WORD),
        ("P@ssw0rd", Weakness.COMMON),
        ("1Qaz@wsx", Weakness.COMMON),
        ("Azerty123!", Weakness.WORD),
        ("Bonjour1!", Weakness.WORD),
        ("Hôpital-44", Weakness.WORD),
        ("Tnemetrappa1!", Weakness.WORD),
        ("Plateforme2026!", Weakness.WORD),
        ("Nov.2026", Weakness.CALENDAR),
        ("Nantes2026!", Weakness.PLACE),
        ("Saint-Étienne42!", Weakness.PLACE),
        ("44000Nantes!!", Weakness.PLACE),
        ("Nantes1!Nantes1!", Weakness.PLACE),
        ("Décembre_2026", Weakness.CALENDAR),
        ("D3c3mbre!", Weakness.CALENDAR),
        ("SEPTEMBRE2026a!", Weakness.CALENDAR),
        ("Jean-Pierre62!", Weakness.NAME),
        ("Rtyuiop12!", Weakness.KEYBOARD),
        ("Abcdefghij12345!", Weakness.SEQUENCE),
        ("12/05/1980Aa", Weakness.DATE),
        ("ChatX7!b", Weakness.WORD),
        ("Xk7!qp", Weakness.SHORT),
        ("xQ7#xQ7#xQ7#", Weakness.REPEAT),
    ],
)
def test_what_is_made_from_one_everyday_thing_is_easy_to_guess(password: str, weakness: Weakness) -> None:
    assert find_weakness(password, ()) is weakness


@given(
    st.sampled_from(WORDS),
    st.sampled_from(["capitals", "capital first", "backwards"]),
    st.from_regex(r"\A[0-9]{0,6}\Z"),
    st.text(alphabet="!?.,;:-_*#+=/ ", max_size=3),
    st.booleans(),
)
@settings(max_examples=300)
def test_a_word_stays_easy_to_guess_whatever_digits_and_signs_are_put_around_it(
    word: str, order: str, digits: str, signs: str, before: bool
) -> None:
    word = {"capitals": word.upper(), "capital first": word.capitalize(), "backwards": word[::-1]}[order]
    assert find_weakness(digits + word + signs if before else word + digits + signs, ())


@given(
    st.sampled_from(WORDS),
    st.sampled_from([("a", "@"), ("o", "0"), ("e", "3"), ("i", "1"), ("s", "$"), ("l", "1")]),
)
def test_a_sign_in_place_of_a_letter_hides_no_word(word: str, sign: tuple[str, str]) -> None:
    assert find_weakness(word.capitalize().replace(*sign) + "26!", ())


def test_what_is_known_of_the_holder_and_the_employer_is_easy_to_guess() -> None:
    assert find_weakness("Kerguelec-44!", ()) is None
    assert find_weakness("Kerguelec-44!", ["KERGUÉLEC"]) is Weakness.PERSONAL
    assert find_weakness("Kerguelec-44!", ()) is None, "nothing is kept for the next person"


@pytest.mark.parametrize(
    "password",
    [
        "Velo-Rouge-42",
        "Cheval-Pluie-47-Bateau",
        "xK9$mQ2p",
        "éÀ4§éàèù",
        "Trois-Chats-Noirs-9",
        "Lampe.Orage.12",
    ],
)
def test_several_words_and_random_characters_are_not(password: str) -> None:
    assert find_weakness(password, ()) is None


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_what_the_panel_generates_is_never_refused(known: list[str]) -> None:
    password = suggested_password(secrets.choice)
    assert broken_rules(password, known, " ".join(known)) == []
    assert find_weakness(password, known) is None


def test_a_long_password_counts_beyond_what_is_estimated_at_once() -> None:
    weak, strong = "a" * 100, "".join(secrets.choice(string.ascii_letters) for _ in range(28))
    assert find_weakness(weak, ()) is Weakness.REPEAT
    assert find_weakness(weak + strong, ()) is None


def test_at_most_32_characters_are_estimated_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """zxcvbn takes quadratic time, and tries every reading of 1, |, 7, 4 …"""
    lengths: list[int] = []
    search = matching.omnimatch

    def recording(text: str, *dictionaries: dict[str, dict[str, int]]) -> object:
        lengths.append(len(text))
        return search(text, *dictionaries)

    monkeypatch.setattr(matching, "omnimatch", recording)
    for characters in ("(1|74@$5+0a2%{", "ab", "é", "ﷺ", "a"):
        find_weakness((characters * 128)[:128], ())
    assert max(lengths) == 32


async def test_estimating_does_not_run_on_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    estimate = password_strength.find_weakness

    def recording(password: str, personal: list[str]) -> Weakness | None:
        threads.append(threading.get_ident())
        return estimate(password, personal)

    monkeypatch.setattr(password_strength, "find_weakness", recording)
    assert await password_weakness("Bonjour1!", []) is Weakness.WORD
    assert threads != [threading.get_ident()]
