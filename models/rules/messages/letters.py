"""The texts of the letters to the legal representative, in French (C4, M2, N4)."""

from models.rules.messages.emails import PLATFORM_TEAM, MessageText, format_day
from models.rules.messages.facts import EmployerLetterFacts, LetterFacts
from models.rules.messages.salutation import closing, salutation
from models.rules.vocabulary import Language, Profile

_PROFILES = {
    Language.FRENCH: {Profile.USER: "utilisateur", Profile.ADMINISTRATOR: "administrateur"},
    Language.ENGLISH: {Profile.USER: "user", Profile.ADMINISTRATOR: "administrator"},
}


def creation_letter(facts: LetterFacts) -> MessageText:
    """Return the letter that informs the legal representative of a new account (C4)."""
    french = Language.FRENCH
    return MessageText(
        f"Ouverture d'un compte pour {facts.holder.full(french)}",
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            f"Le {format_day(facts.on)}, {_actor(facts)} a ouvert sur la Plateforme employeurs "
            f"publics un compte {_PROFILES[french][facts.profile]} au nom de {facts.holder.full(french)}, "
            f"pour {facts.employer_name} (contrat {facts.contract_number}).",
            *_ending(facts),
        ),
    )


def promotion_letter(facts: LetterFacts) -> MessageText:
    """Return the letter that informs the legal representative of a new administrator (C4, M2)."""
    french = Language.FRENCH
    return MessageText(
        f"{facts.holder.full(french)} devient administrateur des comptes",
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            f"Le {format_day(facts.on)}, {_actor(facts)} a donné à {facts.holder.full(french)} "
            f"le profil administrateur sur la Plateforme employeurs publics, pour {facts.employer_name} "
            f"(contrat {facts.contract_number}).",
            "Un administrateur crée, modifie, renouvelle et supprime les comptes de l'établissement.",
            *_ending(facts),
        ),
    )


def employer_letter(facts: EmployerLetterFacts) -> MessageText:
    """Return the letter that informs the former legal representative of what was corrected (N4)."""
    french = Language.FRENCH
    title = f", {facts.next_representative_title}" if facts.next_representative_title else ""
    return MessageText(
        f"Les coordonnées de {facts.employer_name} ont changé",
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            f"Le {format_day(facts.on)}, {facts.actor.full(french)} a corrigé sur la Plateforme employeurs "
            f"publics les coordonnées de {facts.employer_name} (contrat {facts.contract_number}).",
            f"Nos courriers iront désormais à {facts.next_representative.full(french)}{title}, à l'adresse : "
            f"{', '.join(facts.postal_address)}.",
            "Si cela ne correspond pas à votre décision, adressez-vous à un administrateur de "
            "l'établissement, ou à l'assistance technique de la Plateforme employeurs publics.",
            closing(facts.representative.civility, facts.representative_title),
            "La Plateforme employeurs publics",
        ),
    )


def _actor(facts: LetterFacts) -> str:
    french = Language.FRENCH
    return facts.actor.full(french) if facts.actor else PLATFORM_TEAM[french]


def _ending(facts: LetterFacts) -> tuple[str, ...]:
    remedy = (
        "à un administrateur de l'établissement, qui peut supprimer ce compte"
        if facts.actor
        else "à l'assistance technique de la Plateforme employeurs publics"
    )
    return (
        f"Si cela ne correspond pas à votre décision, adressez-vous {remedy}.",
        closing(facts.representative.civility, facts.representative_title),
        "La Plateforme employeurs publics",
    )
