"""createAccount."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.accounts.create import Creation, check_creation, create
from resolvers.accounts.details import DetailsInput
from schema.accounts.inputs import IDEMPOTENCY_KEY_DESCRIPTION, RightInput, right_levels
from schema.accounts.payloads import CreateAccountPayload
from schema.accounts.types import to_account
from schema.context import Info
from schema.ids import Kind, decode_id
from schema.types.enums import Civility, Profile
from schema.types.user_error import user_errors

DRY_RUN_DESCRIPTION = "Say what would be refused and write nothing; the account is null."

ALLOW_DUPLICATE_DESCRIPTION = (
    "Create the account though the employer has one with the same e-mail, or the same name and department; "
    "refused with LIKELY_DUPLICATE otherwise."
)


@strawberry.input(description="A new account: the holder's details, the profile, the rights.")
class CreateAccountInput:
    employer_id: strawberry.ID = strawberry.field(description="The employer it will belong to, for ever.")
    civility: Civility = strawberry.field(description="How the holder is addressed.")
    last_name: str = strawberry.field(description="At most 100 characters.")
    first_name: str = strawberry.field(description="At most 100 characters.")
    email: str = strawberry.field(description="Where the invitation goes.")
    phone: str | None = strawberry.field(default=None, description="As people write it; French without +.")
    department: str | None = strawberry.field(default=None, description="At most 100 characters.")
    profile: Profile = strawberry.field(default=Profile.USER, description="USER if left out.")
    professional_address: list[str] | None = strawberry.field(
        default=None, description="At most 6 lines of at most 38 characters; required for ADMINISTRATOR."
    )
    rights: list[RightInput] = strawberry.field(
        default_factory=list, description="A service left out stays NONE."
    )
    allow_duplicate: bool = strawberry.field(default=False, description=ALLOW_DUPLICATE_DESCRIPTION)
    dry_run: bool = strawberry.field(default=False, description=DRY_RUN_DESCRIPTION)
    idempotency_key: str | None = strawberry.field(default=None, description=IDEMPOTENCY_KEY_DESCRIPTION)

    def to_creation(self) -> Creation:
        """Raises: Refused(INVALID) for an employer id of another kind."""
        return Creation(
            employer_id=decode_id(Kind.EMPLOYER, self.employer_id, "employerId"),
            details=DetailsInput(
                civility=self.civility,
                last_name=self.last_name,
                first_name=self.first_name,
                email=self.email,
                phone=self.phone,
                department=self.department,
                professional_address=tuple(self.professional_address or ()),
            ),
            profile=self.profile,
            rights=right_levels(self.rights),
            idempotency_key=self.idempotency_key,
            allow_duplicate=self.allow_duplicate,
        )


async def create_account(
    info: Info, input: Annotated[CreateAccountInput, strawberry.argument(description="The new account.")]
) -> CreateAccountPayload:
    context = info.context
    try:
        if input.dry_run:
            await check_creation(context.caller, input.to_creation())
            return CreateAccountPayload(account=None, errors=[])
        account = await create(context.caller, input.to_creation(), context.now, context.policy)
    except Refused as refused:
        return CreateAccountPayload(account=None, errors=user_errors(refused, info))
    return CreateAccountPayload(account=to_account(account, context), errors=[])
