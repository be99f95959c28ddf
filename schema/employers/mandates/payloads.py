"""What the mutations on mandates take and return."""

from typing import Annotated, TypeAlias

import strawberry

from models.rules.employers.mandate import Mandate
from models.rules.refusals import Refused
from resolvers.employers.mandates.read import read_details
from schema.context import Info
from schema.employers.mandates.types import MandatePayload, to_mandate
from schema.ids import Kind, decode_id
from schema.types.user_error import user_errors


@strawberry.input(description="The side that acts, and the mandate.")
class AnswerMandateInput:
    employer_id: strawberry.ID = strawberry.field(
        description="The side: the centre accepts or declines, either ends."
    )
    mandate_id: strawberry.ID = strawberry.field(description="The mandate.")

    def keys(self) -> tuple[int, int]:
        """Return the keys of employer and mandate. Raises: Refused(INVALID) for ids of another kind."""
        return _keys(self.employer_id, self.mandate_id)


@strawberry.input(description="The centre, the mandate, and one of the centre's administrators.")
class MandateHolderInput:
    employer_id: strawberry.ID = strawberry.field(description="The centre.")
    mandate_id: strawberry.ID = strawberry.field(description="The mandate.")
    account_id: strawberry.ID = strawberry.field(description="The administrator's account.")

    def keys(self) -> tuple[int, int, int]:
        """Return the keys of employer, mandate and account. Raises: Refused(INVALID), likewise."""
        account = decode_id(Kind.ACCOUNT, self.account_id, "accountId")
        return *_keys(self.employer_id, self.mandate_id), account


AnswerInput: TypeAlias = Annotated[AnswerMandateInput, strawberry.argument(description="Which mandate.")]
HolderInput: TypeAlias = Annotated[MandateHolderInput, strawberry.argument(description="Who, and where.")]


async def done(mandate: Mandate, info: Info) -> MandatePayload:
    """Return the mandate as it is now."""
    (details,) = await read_details([mandate])
    return MandatePayload(mandate=to_mandate(details, info.context.today), errors=[])


def refused_act(refused: Refused, info: Info) -> MandatePayload:
    return MandatePayload(mandate=None, errors=user_errors(refused, info))


def _keys(employer_id: strawberry.ID, mandate_id: strawberry.ID) -> tuple[int, int]:
    return (
        decode_id(Kind.EMPLOYER, employer_id, "employerId"),
        decode_id(Kind.MANDATE, mandate_id, "mandateId"),
    )
