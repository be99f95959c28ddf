"""Variables that do not fit the schema, refused like any other bad input: code, path and remedy.

graphql-core tells of them in English sentences; a test holds the ones that are read here.
"""

import re

from models.rules.refusals import Refusal, malformed, required

_UNFIT = re.compile(r"Variable '\$(\w+)' has invalid value(?: at ([\w.\[\]]+))?: (.+)", re.DOTALL)
_LEFT_OUT = re.compile(r"Expected value of type '\w+' to include required field '(\w+)'")
_NULL = re.compile(r"Expected a? ?value of non-null type '[^']+' (?:to be provided|not to be None)")
_STEP = re.compile(r"\w+")


def variable_refusal(message: str) -> Refusal | None:
    """What is wrong with which field of a variable; None if the message is about something else.

    The path is that of a payload's errors: into the input, without the name of the variable that holds it.
    """
    found = _UNFIT.fullmatch(message)
    if found is None:
        return None
    variable, place = found[1], found[2]
    reason = without_values(found[3]).rstrip(".")
    path = _STEP.findall(place or "")
    if left_out := _LEFT_OUT.match(reason):
        return required().under(*path, left_out[1])
    refusal = required() if _NULL.match(reason) else _unfit(reason)
    return refusal.under(*(path or [variable]))


def without_values(message: str) -> str:
    """What graphql-core says of a request, without what the client sent: that may be a password."""
    if message.startswith("Syntax Error"):
        return re.sub(r"(BlockString|String|Int|Float) ['\"].*['\"]", r"\1", message, flags=re.DOTALL)
    shorter = re.sub(r"[.,]? found:? .*", ".", message, flags=re.DOTALL | re.IGNORECASE)
    return re.sub(r" value: .*", " value.", shorter, flags=re.DOTALL)


def _unfit(reason: str) -> Refusal:
    return malformed(
        f"Cette valeur n'est pas de la forme que le schéma donne à ce champ : corrigez-la ({reason}).",
        f"This value does not have the form that the schema gives this field: correct it ({reason}).",
    )
