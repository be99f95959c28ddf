"""The e-mail with the link to create the password, in French and English: every line of the guide's (C2)."""

from dataclasses import dataclass

from models.rules.accounts.account import format_french_phone
from models.rules.messages.emails import (
    PLATFORM_TEAM,
    LabelledLink,
    MessageText,
    automatic_message_notice,
    format_day,
)
from models.rules.messages.facts import InvitationFacts
from models.rules.vocabulary import Civility, Language, Profile

_IMPORTANT = "***** IMPORTANT *****"
_AS = {
    Language.FRENCH: {
        Profile.USER: " en tant qu'utilisateur",
        Profile.ADMINISTRATOR: " en tant qu'administrateur",
    },
    Language.ENGLISH: {Profile.USER: " as a user", Profile.ADMINISTRATOR: " as an administrator"},
}


@dataclass(frozen=True, slots=True)
class PlatformUrls:
    """The addresses that every invitation names, its sender's postal address among them."""

    home: str
    personal_data: str
    """The page that says how personal data are used."""
    sender: tuple[str, ...] = ()
    """The lines of the sender's postal address, as letters have it."""


def invitation(facts: InvitationFacts, link: str, urls: PlatformUrls, language: Language) -> MessageText:
    """Return the e-mail with the link to create the password (C2)."""
    return _french(facts, link, urls) if language is Language.FRENCH else _english(facts, link, urls)


def _french(facts: InvitationFacts, link: str, urls: PlatformUrls) -> MessageText:
    language = Language.FRENCH
    creator, address = _creator(facts, language), ", ".join(facts.representative_address)
    phone = f" (joignable au {format_french_phone(facts.creator_phone)})" if facts.creator_phone else ""
    able = "habilitée" if facts.holder.civility is Civility.MADAME else "habilité"
    administration = " et à la gestion des comptes" if facts.profile is Profile.ADMINISTRATOR else ""
    letter = (
        "Le représentant légal de votre établissement a été informé de cette démarche par courrier "
        f"à l'adresse {address}."
    )
    return MessageText(
        "Vous pouvez créer votre mot de passe",
        (
            f"Bonjour {facts.holder.greeted(language)},",
            f"Le {format_day(facts.created_on)}, {creator}{phone} vous a créé un compte"
            f"{_as_profile(facts, language)} à la Plateforme employeurs publics pour l'établissement "
            f"{facts.employer_name} {facts.contract_number}.",
            "Pour finaliser la procédure, vous devez créer votre mot de passe.",
            link,
            f"Attention ! Pour des raisons de sécurité, vous avez {facts.link_days} jours pour le créer, et "
            f"le lien ne sert qu'une fois. Passé ce délai, {creator} devra procéder à une nouvelle demande.",
            *([letter] if facts.representative_is_told else []),
            f"Votre identifiant ne figure pas ici : {_giver(facts, language)} vous le remet à part.",
            f"Vous pourrez accéder ensuite aux services de la Plateforme employeurs publics auxquels vous "
            f"êtes {able}{administration}.",
            "A bientôt sur la Plateforme employeurs publics.",
            "L'assistance technique de la Plateforme employeurs publics",
            *_signature(urls),
            urls.home,
            _IMPORTANT,
            automatic_message_notice(language),
            "Notre politique de protection des données à caractère personnel évolue avec la nouvelle "
            "réglementation.",
            urls.personal_data,
        ),
        (
            LabelledLink("Créer mon mot de passe", link),
            LabelledLink("Accéder à la Plateforme employeurs publics", urls.home),
            LabelledLink("Découvrez comment nous traitons vos données", urls.personal_data),
        ),
    )


def _english(facts: InvitationFacts, link: str, urls: PlatformUrls) -> MessageText:
    language = Language.ENGLISH
    creator, address = _creator(facts, language), ", ".join(facts.representative_address)
    phone = f" (phone {format_french_phone(facts.creator_phone)})" if facts.creator_phone else ""
    administration = " and to administer its accounts" if facts.profile is Profile.ADMINISTRATOR else ""
    letter = f"Your employer's legal representative has been told by letter, at this address: {address}."
    return MessageText(
        "You can create your password",
        (
            f"Dear {facts.holder.greeted(language)},",
            f"On {format_day(facts.created_on)} {creator}{phone} created an account for you"
            f"{_as_profile(facts, language)} of the public employers' platform, for "
            f"{facts.employer_name} {facts.contract_number}.",
            "One step remains: you must create your password.",
            link,
            f"Please note: for reasons of security, you have {facts.link_days} days to create it, and the "
            f"link works once. After that, {creator} must ask again.",
            *([letter] if facts.representative_is_told else []),
            f"Your identifier is not in this message: {_giver(facts, language)} gives it to you separately.",
            "Afterwards you will be able to use the services of the public employers' platform that are open "
            f"to you{administration}.",
            "See you soon on the public employers' platform.",
            "Technical support of the public employers' platform",
            *_signature(urls),
            urls.home,
            _IMPORTANT,
            automatic_message_notice(language),
            "Our policy on the protection of personal data changes with the new regulation.",
            urls.personal_data,
        ),
        (
            LabelledLink("Create my password", link),
            LabelledLink("Go to the public employers' platform", urls.home),
            LabelledLink("Read how we use your data", urls.personal_data),
        ),
    )


def _signature(urls: PlatformUrls) -> tuple[str, ...]:
    """Return the sender's postal address as one paragraph; none without an address."""
    return (" – ".join(urls.sender),) if urls.sender else ()


def _as_profile(facts: InvitationFacts, language: Language) -> str:
    return _AS[language][facts.profile] if facts.profile else ""


def _creator(facts: InvitationFacts, language: Language) -> str:
    return facts.creator.greeted(language) if facts.creator else PLATFORM_TEAM[language]


def _giver(facts: InvitationFacts, language: Language) -> str:
    """Who passes on the identifier: an administrator, or those who run the platform to the first ones."""
    if facts.creator is None:
        return PLATFORM_TEAM[language]
    return "votre administrateur" if language is Language.FRENCH else "your administrator"
