"""The texts of the letters to the legal representative, in French (C4, M2)."""

from dataclasses import dataclass
from datetime import date

from models.rules.messages.emails import MessageText, Person, format_day
from models.rules.messages.salutation import closing, salutation
from models.rules.vocabulary import Language, Profile


@dataclass(frozen=True, slots=True)
class LetterFacts:
    representative: Person
    representative_title: str | None
    holder: Person
    actor: Person
    on: date
    employer_name: str
    contract_number: str
    profile: Profile


_PROFILES = {
    Language.FRENCH: {Profile.USER: "utilisateur", Profile.ADMINISTRATOR: "administrateur"},
    Language.ENGLISH: {Profile.USER: "user", Profile.ADMINISTRATOR: "administrator"},
}


def creation_letter(facts: LetterFacts) -> MessageText:
    """C4: what the legal representative is told of a creation. Letters are in French."""
    french = Language.FRENCH
    return MessageText(
        f"Ouverture d'un compte pour {facts.holder.full(french)}",
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            f"Le {format_day(facts.on)}, {facts.actor.full(french)} a ouvert sur la Plateforme employeurs "
            f"publics un compte {_PROFILES[french][facts.profile]} au nom de {facts.holder.full(french)}, "
            f"pour {facts.employer_name} (contrat {facts.contract_number}).",
            *_ending(facts),
        ),
    )


def promotion_letter(facts: LetterFacts) -> MessageText:
    """C4, M2: what the legal representative is told when a user becomes an administrator."""
    french = Language.FRENCH
    return MessageText(
        f"{facts.holder.full(french)} devient administrateur des comptes",
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            f"Le {format_day(facts.on)}, {facts.actor.full(french)} a donné à {facts.holder.full(french)} "
            f"le profil administrateur sur la Plateforme employeurs publics, pour {facts.employer_name} "
            f"(contrat {facts.contract_number}).",
            "Un administrateur crée, modifie, renouvelle et supprime les comptes de l'établissement.",
            *_ending(facts),
        ),
    )


def _ending(facts: LetterFacts) -> tuple[str, ...]:
    return (
        "Si cela ne correspond pas à votre décision, adressez-vous à un administrateur de l'établissement, "
        "qui peut supprimer ce compte.",
        closing(facts.representative.civility, facts.representative_title),
        "La Plateforme employeurs publics",
    )
