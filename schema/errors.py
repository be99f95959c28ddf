"""The errors of a response: refusals with code and field; anything unexpected masked, with a reference."""

import logging
import secrets
import traceback
from typing import Any

from graphql import GraphQLError

from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Language
from schema.context import Context
from schema.variable_errors import variable_refusal, without_values

logger = logging.getLogger("comptoir.graphql")


def public_errors(error: GraphQLError, context: Context) -> list[GraphQLError]:
    """One error for each refusal; what graphql itself says of a request, as it is; all else masked."""
    language = context.language
    original = error.original_error
    if isinstance(original, Refused):
        return [_refusal_error(error, refusal, language) for refusal in original.refusals]
    if original is None or isinstance(original, GraphQLError):
        unfit = variable_refusal(error.message)
        return [_refusal_error(error, unfit, language)] if unfit else [_of_the_request(error)]
    context.unforeseen.append(original)
    return [_masked(error, original, language)]


def _of_the_request(error: GraphQLError) -> GraphQLError:
    """What is wrong with a document or its literals, without repeating them."""
    extensions = {"code": _code(error.message), **(error.extensions or {})}
    return _standing_at(error, _short(without_values(error.message)), extensions)


_LONGEST = 300


def _short(message: str) -> str:
    """Names may be as long as the document, and stand in each error."""
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def _standing_at(error: GraphQLError, message: str, extensions: dict[str, Any]) -> GraphQLError:
    """Where the error stands, which takes time to find, is found once."""
    shown = GraphQLError(message, path=error.path, extensions=extensions)
    shown.locations = error.locations
    return shown


_TOO_MUCH = (
    "Syntax Error: Document contains more than",
    "Syntax Error: Document is nested too deeply",
    "Maximum introspection depth exceeded",
)
"""graphql-core's own limits, which a test holds."""


def _code(message: str) -> str:
    return "LIMIT_EXCEEDED" if message.startswith(_TOO_MUCH) else "BAD_REQUEST"


def _refusal_error(error: GraphQLError, refusal: Refusal, language: Language) -> GraphQLError:
    extensions = {"code": refusal.code.value, "field": list(refusal.field) if refusal.field else None}
    return _standing_at(error, refusal.message(language), extensions)


def _masked(error: GraphQLError, original: Exception, language: Language) -> GraphQLError:
    """The log gets the kind of error and where it came from, never its text: that may hold names."""
    reference = secrets.token_hex(4)
    frames = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(original.__traceback__)]
    logger.error(
        "unexpected error",
        extra={"reference": reference, "error": type(original).__name__, "frames": frames[-8:]},
    )
    message = (
        f"Something went wrong on our side. Give this reference to support: {reference}."
        if language is Language.ENGLISH
        else f"Une erreur est survenue de notre côté. Donnez cette référence à l'assistance : {reference}."
    )
    return _standing_at(error, message, {"code": "INTERNAL", "reference": reference})
