"""A refusal as data of a payload: a code for programs, a sentence for people."""

import strawberry

from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Language
from schema.context import Info
from schema.types.enums import ErrorCode


@strawberry.type(description="A refusal the client can act on.")
class UserError:
    code: ErrorCode = strawberry.field(description="For programs.")
    field: list[str] | None = strawberry.field(
        description='The path into the input, e.g. ["email"]; null when no field is at fault.'
    )
    message: str = strawberry.field(
        description="For people: what is wrong and what to do, in French or English by Accept-Language."
    )


def user_error(refusal: Refusal, language: Language) -> UserError:
    field = list(refusal.field) if refusal.field is not None else None
    return UserError(code=refusal.code, field=field, message=refusal.message(language))


def user_errors(refused: Refused, info: Info) -> list[UserError]:
    """Return the errors of a payload, for a request refused as a whole."""
    return [user_error(refusal, info.context.language) for refusal in refused.refusals]
