"""A code spelled in French, so that no character is misread or misheard."""

_WORDS = {
    "A": "Anatole", "B": "Berthe", "C": "Célestin", "D": "Désiré", "E": "Eugène", "F": "François",
    "G": "Gaston", "H": "Henri", "I": "Irma", "J": "Joseph", "K": "Kléber", "L": "Louis", "M": "Marcel",
    "N": "Nicolas", "O": "Oscar", "P": "Pierre", "Q": "Quintal", "R": "Raoul", "S": "Suzanne",
    "T": "Thérèse", "U": "Ursule", "V": "Victor", "W": "William", "X": "Xavier", "Y": "Yvonne", "Z": "Zoé",
}  # fmt: skip
_DIGITS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


def spelled(code: str) -> str:
    """Return « K comme Kléber, 7 (sept), tiret, … »."""
    return ", ".join(_spelled(character) for character in code)


def _spelled(character: str) -> str:
    if character == "-":
        return "tiret"
    return (
        f"{character} ({_DIGITS[int(character)]})"
        if character.isdigit()
        else f"{character} comme {_WORDS[character]}"
    )
