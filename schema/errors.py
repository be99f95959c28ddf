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
    """Return one error for each refusal; an error of graphql-core without its values; any other masked."""
    language = context.language
    original = error.original_error
    if isinstance(original, Refused):
        return [_refusal_error(error, refusal, language) for refusal in original.refusals]
    if original is None or isinstance(original, GraphQLError):
        refusal_of_variable = variable_refusal(error.message)
        return (
            [_refusal_error(error, refusal_of_variable, language)]
            if refusal_of_variable
            else [_bad_request(error)]
        )
    context.unforeseen.append(original)
    return [_masked(error, original, language)]


def _bad_request(error: GraphQLError) -> GraphQLError:
    """An error in a document or its literals, without repeating them."""
    extensions = {"code": _code(error.message), **(error.extensions or {})}
    return _located(error, _shortened(without_values(error.message)), extensions)


_MAX_MESSAGE_CHARACTERS = 300


def _shortened(message: str) -> str:
    """An error may quote names, which may be as long as the document."""
    return (
        message if len(message) <= _MAX_MESSAGE_CHARACTERS else message[: _MAX_MESSAGE_CHARACTERS - 1] + "…"
    )


def _located(error: GraphQLError, message: str, extensions: dict[str, Any]) -> GraphQLError:
    """The same place with another message; `locations` is copied because computing it takes time."""
    shown = GraphQLError(message, path=error.path, extensions=extensions)
    shown.locations = error.locations
    return shown


_LIMIT_MESSAGES = (
    "Syntax Error: Document contains more than",
    "Syntax Error: Document is nested too deeply",
    "Maximum introspection depth exceeded",
)
"""How the messages of graphql-core's own limits begin; a test compares them."""


def _code(message: str) -> str:
    return "LIMIT_EXCEEDED" if message.startswith(_LIMIT_MESSAGES) else "BAD_REQUEST"


def _refusal_error(error: GraphQLError, refusal: Refusal, language: Language) -> GraphQLError:
    extensions = {"code": refusal.code.value, "field": list(refusal.field) if refusal.field else None}
    return _located(error, refusal.message(language), extensions)


def _masked(error: GraphQLError, original: Exception, language: Language) -> GraphQLError:
    """Log the class of the error and where it was raised, never its text: that may hold names."""
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
    return _located(error, message, {"code": "INTERNAL", "reference": reference})
