"""The e-mails and the letter on registrations and successions (N1, N2, N4)."""

from datetime import date

import pytest

from models.rules.messages.administrators import sole_administrator, succession_news
from models.rules.messages.facts import Person
from models.rules.messages.registration_facts import (
    RegistrationLetterFacts,
    RegistrationNewsFacts,
    RegistrationSavedFacts,
    SoleAdministratorFacts,
    SuccessionNewsFacts,
)
from models.rules.messages.registrations import registration_letter, registration_news, registration_saved
from models.rules.registrations.states import RegistrationKind, RegistrationNews, SuccessionNews
from models.rules.vocabulary import Civility, Language

ANNE = Person(Civility.MADAME, "Le Goff", "Anne")
JEAN = Person(Civility.MONSIEUR, "Louty", "Jean")
LINK = "https://comptes.example/inscription/suivi#abc"
UNTIL = date(2026, 12, 8)
WITHOUT_LINK = {
    RegistrationNews.REGISTERED_ALREADY,
    RegistrationNews.PENDING_ALREADY,
    RegistrationNews.EMPLOYER_UNKNOWN,
    RegistrationNews.OTHER_APPROVED,
    RegistrationNews.GAVE_WAY,
}


SEEN = {RegistrationNews.APPROVED, RegistrationNews.REFUSED, RegistrationNews.LETTER_SENT}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", RegistrationKind)
@pytest.mark.parametrize("news", RegistrationNews)
def test_each_e_mail_names_the_employer_and_the_link_if_there_is_something_to_follow(
    news: RegistrationNews, kind: RegistrationKind, language: Language
) -> None:
    text = registration_news(RegistrationNewsFacts(JEAN, kind, news, "COMMUNE", None, UNTIL), LINK, language)
    body = "\n".join(text.paragraphs)
    assert "COMMUNE" in body
    # Before an operator has looked, the address may be a stranger's: no name that was typed.
    assert ("Louty" in body) is (news in SEEN)
    assert "{" not in body + text.subject
    assert (LINK in text.paragraphs) is (news not in WITHOUT_LINK)
    assert (text.label_of(LINK) is not None) is (news not in WITHOUT_LINK)
    is_about_a_code = news in {RegistrationNews.APPROVED, RegistrationNews.LETTER_SENT}
    assert ("08/12/2026" in body) is is_about_a_code


@pytest.mark.parametrize("language", Language)
def test_an_operators_reason_is_repeated_word_by_word(language: Language) -> None:
    facts = RegistrationNewsFacts(
        JEAN, RegistrationKind.REGISTRATION, RegistrationNews.REFUSED, "COMMUNE", "Mauvais SIRET : {x}"
    )
    assert "Mauvais SIRET : {x}" in "\n".join(registration_news(facts, LINK, language).paragraphs)


@pytest.mark.parametrize("language", Language)
def test_the_e_mail_of_a_saved_form_holds_its_link_and_its_last_day(language: Language) -> None:
    text = registration_saved(RegistrationSavedFacts(UNTIL), LINK, language)
    assert LINK in text.paragraphs
    assert "08/12/2026" in "\n".join(text.paragraphs)


@pytest.mark.parametrize("kind", RegistrationKind)
def test_the_letter_has_the_code_once_by_itself_and_once_spelled(kind: RegistrationKind) -> None:
    facts = RegistrationLetterFacts(
        representative=ANNE,
        representative_title="Directrice générale",
        request=kind,
        administrator=JEAN,
        on=date(2026, 11, 23),
        until=UNTIL,
        tries=5,
        employer_name="COMMUNE",
        siret="21440003600019",
        contract_number="VF301",
    )
    text = registration_letter(facts, "K7MX-2PQ9")
    assert text.paragraphs.count("K7MX-2PQ9") == 1
    assert text.code == "K7MX-2PQ9"
    body = "\n".join(text.paragraphs)
    words = ("Madame la Directrice générale", "Monsieur Jean Louty", "21440003600019", "VF301", "08/12/2026")
    assert all(
        word in body for word in (*words, "K comme Kléber, 7 (sept)", "à personne d'autre", "5 essais")
    )
    assert ("restent ouverts" in body) is (kind is RegistrationKind.SUCCESSION)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("news", SuccessionNews)
def test_those_who_administer_read_who_comes_and_that_they_keep_their_account(
    news: SuccessionNews, language: Language
) -> None:
    facts = SuccessionNewsFacts(JEAN, news, "COMMUNE", ANNE, date(2026, 11, 23))
    body = "\n".join(succession_news(facts, language).paragraphs)
    assert all(word in body for word in ("Le Goff", "COMMUNE", "23/11/2026", "Louty"))
    assert "reste ouvert" in body or "stays open" in body


@pytest.mark.parametrize("language", Language)
def test_the_only_administrator_reads_for_which_employer_they_are_alone(language: Language) -> None:
    text = sole_administrator(SoleAdministratorFacts(JEAN, "COMMUNE"), language)
    assert all(word in "\n".join(text.paragraphs) for word in ("Louty", "COMMUNE", "second"))
