"""The e-mails and the letter on mandates (E1, N4)."""

from datetime import date

import pytest

from models.rules.messages.facts import MandateLetterFacts, MandateNewsFacts, Person
from models.rules.messages.mandates import mandate_letter, mandate_news
from models.rules.vocabulary import Civility, Language, MandateNews, MandateScope

ANNE = Person(Civility.MADAME, "Le Goff", "Anne")
JEAN = Person(Civility.MONSIEUR, "Louty", "Jean")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scope", MandateScope)
@pytest.mark.parametrize("news", MandateNews)
def test_each_e_mail_names_the_sides_and_the_end(
    news: MandateNews, scope: MandateScope, language: Language
) -> None:
    facts = MandateNewsFacts(
        JEAN, news, "COMMUNE", "CENTRE DE GESTION", scope, date(2026, 12, 1), date(2027, 11, 30)
    )
    text = mandate_news(facts, language)
    body = "\n".join(text.paragraphs)
    assert all(word in body for word in ("COMMUNE", "CENTRE DE GESTION", "30/11/2027", "Louty"))
    assert "{" not in body
    assert "{" not in text.subject


def test_the_letter_says_who_proposed_what_and_that_it_can_be_ended() -> None:
    facts = MandateLetterFacts(
        representative=ANNE,
        representative_title="Directrice générale",
        actor=JEAN,
        on=date(2026, 11, 23),
        employer_name="COMMUNE",
        contract_number="VF301",
        centre_name="CENTRE DE GESTION",
        scope=MandateScope.RENEW,
        starts_on=date(2026, 12, 1),
        ends_on=date(2027, 11, 30),
    )
    text = "\n".join(mandate_letter(facts).paragraphs)
    words = (
        "Monsieur Jean Louty",
        "VF301",
        "la consultation et le renouvellement des comptes de COMMUNE",
        "du 01/12/2026 au 30/11/2027",
    )
    assert all(word in text for word in words)
    assert "y mettre fin à tout moment" in text
