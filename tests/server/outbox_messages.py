"""Outbox messages, for the tests of their senders."""

from dataclasses import replace
from datetime import date
from email.headerregistry import Address
from typing import Any

from models.rules.messages.facts import InvitationFacts, Person
from models.rules.messages.invitation import PlatformUrls
from models.rules.vocabulary import Channel, Civility, Language, Profile
from resolvers.messages.deliver import OutboxMessage
from resolvers.messages.render import render_text
from tests.factories import NOW

SENDER = Address("Plateforme employeurs publics – Œuvre", "ne-pas-repondre", "comptoir.example")
LINK = "https://comptoir.example/mot-de-passe#" + "0123456789abcdef" * 4
URLS = PlatformUrls("https://comptoir.example", "https://comptoir.example/donnees-personnelles")
FACTS = InvitationFacts(
    holder=Person(Civility.MADAME, "Le Goff-Ménard", "Zoé"),
    creator=Person(Civility.MONSIEUR, "Œuvrard", "Noël"),
    creator_phone="+33241051938",
    created_on=date(2026, 11, 23),
    employer_name="CHRU de Nantes & Cie <Île>",
    contract_number="VF201",
    representative_address=("5 allée de l'Île-Gloriette", "BP 1005", "44035 Nantes Cedex 1"),
    link_days=15,
    representative_is_told=True,
    profile=Profile.USER,
)


def an_invitation(
    recipient: str = "zoe@chu-nantes.example", number: int = 1, **changes: Any
) -> OutboxMessage:
    language = changes.get("language", Language.FRENCH)
    message = OutboxMessage(
        channel=Channel.EMAIL,
        recipient=recipient,
        message_id=f"{number:032x}@comptoir",
        created_at=NOW,
        facts=FACTS,
        text=render_text(FACTS, LINK, URLS, language),
        link=LINK,
        language=language,
    )
    return replace(message, **changes)
