"""The salutation and the closing of a letter, in French (C4)."""

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
"""Words after a title that belong to the salutation. Others do not: « des ressources humaines »."""


def salutation(civility: Civility, title: str | None) -> str:
    """Return « Madame la Directrice générale », or « Madame » alone without a title that we know.

    The article agrees with the title, or with the civility where the title has one form for both.
    """
    words = (title or "").lower().split()
    if not words or words[0] not in _FEMININE | _MASCULINE | _EITHER:
        return CIVILITIES[civility]
    title_words = [words[0].capitalize()]
    for word in words[1:]:
        if word not in _RANKS:
            break
        title_words.append(word)
    return f"{CIVILITIES[civility]} {_article(words[0], civility)}{' '.join(title_words)}"


def closing(civility: Civility, title: str | None) -> str:
    """Return the closing sentence, which repeats the salutation."""
    return (
        f"Nous vous prions d'agréer, {salutation(civility, title)}, "
        "l'expression de notre considération distinguée."
    )


def _article(word: str, civility: Civility) -> str:
    if word.startswith("a"):
        return "l'"
    feminine = word in _FEMININE or (word in _EITHER and civility is Civility.MADAME)
    return "la " if feminine else "le "
