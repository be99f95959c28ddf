"""What a password must be (P1)."""

import re
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.sign_in.guessable import Weakness
from models.rules.sign_in.password import (
    SUGGESTED_PASSWORD_CHARACTERS,
    PasswordRule,
    broken_rules,
    password_refusal,
    suggested_password,
)
from models.rules.vocabulary import ErrorCode

GOOD = "Velo-Rouge-42"


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("aB3-efg", PasswordRule.LENGTH),
        ("aB3-efgh", None),
        ("aB3-" + "x" * 124, None),
        ("aB3-" + "x" * 125, PasswordRule.NOT_TOO_LONG),
        ("abcDEF-gh", PasswordRule.DIGIT),
        ("ABCDEF-12", PasswordRule.LOWER_CASE),
        ("abcdef-12", PasswordRule.UPPER_CASE),
        ("abcDEF123", PasswordRule.SPECIAL),
        ("abc DEF 123", PasswordRule.SPECIAL),
        ("abcDÉF123", PasswordRule.SPECIAL),
        ("abcDEF123e\u0301", PasswordRule.SPECIAL),
        ("abcDEF12\u200b", PasswordRule.SPECIAL),
        ("abcDEF-²g", PasswordRule.DIGIT),
        ("éÀ4§éàèù", None),
        ("жЖ٣‽жжжж", None),
        ("aB3🚲efgh", None),
        (f"  {GOOD} \t", None),
    ],
    ids=ascii,
)
def test_a_password_must_meet_each_rule_and_only_the_broken_ones_are_named(
    password: str, broken: PasswordRule | None
) -> None:
    assert broken_rules(password) == ([broken] if broken else [])


@pytest.mark.parametrize(
    ("password", "personal"),
    [
        ("Velo-JLO000439", "JLO000439"),
        ("velo-jlo000439-R", "JLO000439"),
        ("J.Louty-42", "Louty"),
        ("MALOUTYX-42a", "louty"),
        ("Henoret-42-x", "Hénoret"),
        ("HÉNORET-42-x", "Henoret"),
        ("JeanPaul-42", "Jean-Paul"),
        ("Jean-Paul-42", "JeanPaul"),
        ("Obrien-4242", "O’Brien"),
        ("La grande Tour-4", "de La Tour"),
        ("DeLaTour-42", "de La Tour"),
        ("d e l a t o u r-4A", "de La Tour"),
        ("Œuvrard-42", "oeuvrard"),
        ("Bob-424242", "Bob"),
        ("Martin-2024", "Dupont-Martin"),
    ],
)
def test_a_password_that_holds_the_identifier_or_a_name_is_refused(password: str, personal: str) -> None:
    assert broken_rules(password, ["", "Zz", personal]) == [PasswordRule.IMPERSONAL]


@pytest.mark.parametrize("name", ["O", "Ng", "d'Ÿ", "李", "李 小", "", " ", "-’"])
def test_a_name_of_one_or_two_letters_forbids_no_password(name: str) -> None:
    assert broken_rules("oNg-dy-李小-42-" + name, [name]) == []


def test_a_short_word_of_a_longer_name_forbids_nothing_by_itself() -> None:
    assert broken_rules("Delave-laRge-42", ["de La Tour"]) == []


@pytest.mark.parametrize("many", ["\u0301\u0316", "ᾂ", "\u1100\u1161\u11a8", "x"])
def test_a_password_that_is_far_too_long_is_too_long_and_costs_no_time(many: str) -> None:
    """Normalising a million marks would take minutes."""
    assert PasswordRule.NOT_TOO_LONG in broken_rules("aB3-" + many * 1_000_000)


def test_128_characters_of_four_parts_each_are_not_too_long() -> None:
    whole = "\u1f82" * 124 + "aB3-"
    assert len(unicodedata.normalize("NFD", whole)) == 4 * 124 + 4
    assert broken_rules(unicodedata.normalize("NFD", whole)) == []


def test_an_empty_password_lacks_all_but_these() -> None:
    assert set(PasswordRule) - set(broken_rules("", ["Louty"])) == {
        PasswordRule.NOT_TOO_LONG,
        PasswordRule.IMPERSONAL,
    }


@given(st.text(min_size=4, max_size=124))
def test_any_unicode_is_allowed_in_a_password(rest: str) -> None:
    assert broken_rules("aB3-" + rest) == []
    assert password_refusal(rest + "aB3-") is None


@given(st.text(max_size=140))
def test_a_longer_password_never_lacks_more_than_its_length(password: str) -> None:
    lacking = set(broken_rules(password))
    assert set(broken_rules(password + "x")) - lacking <= {PasswordRule.NOT_TOO_LONG}


@given(st.text(max_size=140))
def test_a_password_is_refused_just_when_it_breaks_a_rule(password: str) -> None:
    assert (password_refusal(password) is None) is (broken_rules(password) == [])


@pytest.mark.parametrize(
    ("employer", "password"),
    [
        ("CHRU DE NANTES", "Vive-nantes-42x"),
        ("Commune de Saint-Herblain", "HERBLAIN-vert-42"),
        ("Centre hospitalier de l'Île-d'Yeu, Côté mer", "Un-CÔTE-bleu-42"),
    ],
)
def test_a_password_that_holds_the_name_of_the_employer_is_refused(employer: str, password: str) -> None:
    assert broken_rules(password, (), employer) == [PasswordRule.IMPERSONAL]


@pytest.mark.parametrize(
    "employer", ["Centre communal d'action sociale", "EHPAD 42", "Mairie", "", "42", "CHU"]
)
def test_a_word_that_many_employers_have_in_their_names_forbids_no_password(employer: str) -> None:
    assert broken_rules("centre-Mairie-42-chu-sociale", (), employer) == []


def test_a_refusal_says_in_both_languages_all_that_is_wrong_and_not_the_password() -> None:
    refusal = password_refusal("louty", ["Louty"])
    assert refusal is not None
    assert refusal.code is ErrorCode.PASSWORD_TOO_WEAK
    assert refusal.french == (
        "Il manque au mot de passe : au moins 8 caractères, un chiffre, une majuscule, un caractère spécial. "
        "Ce mot de passe contient votre identifiant, votre nom ou celui de votre établissement : retirez-le."
    )
    assert refusal.english == (
        "The password still needs: at least 8 characters, a digit, an upper-case letter, "
        "a special character. "
        "This password contains your identifier, your name or your employer's: leave it out."
    )


@pytest.mark.parametrize(
    ("password", "french", "english"),
    [
        ("aB3-" + "x" * 125, "a plus de 128 caractères : raccourcissez-le.", "more than 128 characters"),
        ("ABCDEF-12", "Il manque au mot de passe : une minuscule.", "still needs: a lower-case letter."),
    ],
    ids=["too long", "capitals only"],
)
def test_each_rule_is_said_in_words(password: str, french: str, english: str) -> None:
    refusal = password_refusal(password)
    assert refusal is not None
    assert french in refusal.french
    assert english in refusal.english


@pytest.mark.parametrize("weakness", Weakness)
def test_what_makes_a_password_easy_to_guess_is_said_with_what_to_do(weakness: Weakness) -> None:
    refusal = password_refusal(GOOD, weakness=weakness)
    assert refusal is not None
    assert refusal.french.startswith("Ce mot de passe est trop facile à deviner : ")
    assert refusal.french.endswith(". Prenez plutôt trois mots sans lien.")
    assert refusal.english.startswith("This password is too easy to guess: ")


@given(st.randoms(use_true_random=False))
def test_a_suggested_password_meets_every_rule(random: Random) -> None:
    suggested = suggested_password(random.choice)
    assert len(suggested) == SUGGESTED_PASSWORD_CHARACTERS
    assert broken_rules(suggested) == []
    assert not re.search("[A-Za-z]{3}", suggested)  # no name fits in
