"""What the acts of an operator for one person take."""

from typing import Annotated, TypeAlias

import strawberry


@strawberry.input(description="For whom an operator acts, and why.")
class PersonActInput:
    person_id: strawberry.ID = strawberry.field(description="As `findPerson` returned it.")
    reason: str = strawberry.field(
        description="At least 5 characters; the employer's administrators read it in their history."
    )


ActInput: TypeAlias = Annotated[PersonActInput, strawberry.argument(description="For whom, and why.")]
