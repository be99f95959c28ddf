"""Variables that do not fit the schema, refused like any other bad input: code, path and remedy.

graphql-core reports them in English sentences; a test compares the ones that are parsed here.
"""

import re

from models.rules.refusals import Refusal, malformed, required

_INVALID_VARIABLE = re.compile(r"Variable '\$(\w+)' has invalid value(?: at ([\w.\[\]]+))?: (.+)", re.DOTALL)
_MISSING_FIELD = re.compile(r"Expected value of type '\w+' to include required field '(\w+)'")
_NULL = re.compile(r"Expected a? ?value of non-null type '[^']+' (?:to be provided|not to be None)")
_STEP = re.compile(r"\w+")


def variable_refusal(message: str) -> Refusal | None:
    """Return the refusal of a variable's field; None if graphql-core's message is about something else.

    The path is that of a payload's errors: into the input, without the name of the variable that holds it.
    """
    parts = _INVALID_VARIABLE.fullmatch(message)
    if parts is None:
        return None
    variable, position = parts[1], parts[2]
    reason = without_values(parts[3]).rstrip(".")
    path = _STEP.findall(position or "")
    if missing := _MISSING_FIELD.match(reason):
        return required().under(*path, missing[1])
    refusal = required() if _NULL.match(reason) else _wrong_form(reason)
    return refusal.under(*(path or [variable]))


def without_values(message: str) -> str:
    """Return graphql-core's message without the values that the client sent: one may be a password."""
    if message.startswith("Syntax Error"):
        return re.sub(r"(BlockString|String|Int|Float) ['\"].*['\"]", r"\1", message, flags=re.DOTALL)
    shorter = re.sub(r"[.,]? found:? .*", ".", message, flags=re.DOTALL | re.IGNORECASE)
    return re.sub(r" value: .*", " value.", shorter, flags=re.DOTALL)


def _wrong_form(reason: str) -> Refusal:
    return malformed(
        f"Cette valeur n'est pas de la forme que le schéma donne à ce champ : corrigez-la ({reason}).",
        f"This value does not have the form that the schema gives this field: correct it ({reason}).",
    )
