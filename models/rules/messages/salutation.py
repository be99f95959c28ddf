"""How a letter addresses its reader, at its head and in its closing (C4). Letters are in French."""

from models.rules.vocabulary import Civility

CIVILITIES = {Civility.MADAME: "Madame", Civility.MONSIEUR: "Monsieur"}

_FEMININE = {
    "administratrice",
    "adjointe",
    "cheffe",
    "directrice",
    "doyenne",
    "déléguée",
    "gérante",
    "préfète",
    "présidente",
    "rectrice",
    "vice-présidente",
}
_MASCULINE = {
    "administrateur",
    "adjoint",
    "chef",
    "directeur",
    "doyen",
    "délégué",
    "gérant",
    "préfet",
    "président",
    "recteur",
    "vice-président",
}
_EITHER = {"maire", "responsable", "secrétaire"}
_RANKS = {"adjoint", "adjointe", "délégué", "déléguée", "général", "générale"}
"""What follows a title and is said with it. The rest of a function is not: « des ressources humaines »."""


def salutation(civility: Civility, title: str | None) -> str:
    """Madame la Directrice générale; Madame alone, without a title or for one that we could misname.

    The article agrees with the title as it was given, or else with the civility.
    """
    words = (title or "").lower().split()
    if not words or words[0] not in _FEMININE | _MASCULINE | _EITHER:
        return CIVILITIES[civility]
    said = [words[0].capitalize()]
    for word in words[1:]:
        if word not in _RANKS:
            break
        said.append(word)
    return f"{CIVILITIES[civility]} {_article(words[0], civility)}{' '.join(said)}"


def closing(civility: Civility, title: str | None) -> str:
    """The last sentence, in the same words as the first."""
    return (
        f"Nous vous prions d'agréer, {salutation(civility, title)}, "
        "l'expression de notre considération distinguée."
    )


def _article(word: str, civility: Civility) -> str:
    if word.startswith("a"):
        return "l'"
    feminine = word in _FEMININE or (word in _EITHER and civility is Civility.MADAME)
    return "la " if feminine else "le "
