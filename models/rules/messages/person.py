"""A person as messages name them."""

from dataclasses import dataclass

from models.rules.messages.salutation import CIVILITIES
from models.rules.vocabulary import Civility, Language

_TITLES = {
    Language.FRENCH: CIVILITIES,
    Language.ENGLISH: {Civility.MADAME: "Ms", Civility.MONSIEUR: "Mr"},
}


@dataclass(frozen=True, slots=True)
class Person:
    civility: Civility
    last_name: str
    first_name: str

    def greeted(self, language: Language) -> str:
        """Madame Dupont; Ms Dupont."""
        return f"{_TITLES[language][self.civility]} {self.last_name}"

    def full(self, language: Language) -> str:
        """Madame Sara Dupont; Ms Sara Dupont."""
        return f"{_TITLES[language][self.civility]} {self.first_name} {self.last_name}"
