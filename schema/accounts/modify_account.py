"""modifyAccount."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.accounts.details import DetailsInput
from resolvers.accounts.modify import AccountModification, Conflict, modify
from schema.accounts.inputs import EMPLOYER_DESCRIPTION, RightInput, employer_key, right_levels
from schema.accounts.payloads import ModifyAccountPayload
from schema.accounts.types import to_account
from schema.context import Info
from schema.history.types import to_history_entries
from schema.ids import Kind, decode_id
from schema.types.enums import Civility, Profile
from schema.types.user_error import user_errors

_DETAILS = ("civility", "last_name", "first_name", "email", "phone", "department", "professional_address")


@strawberry.input(description="A field left out stays as it is. Refused as a whole if any part of it is.")
class ModifyAccountInput:
    id: strawberry.ID = strawberry.field(description="The account.")
    version: int = strawberry.field(
        description="The version that was read; CONFLICT if another has come since."
    )
    civility: Civility | None = strawberry.field(default=strawberry.UNSET, description="Cannot be emptied.")
    last_name: str | None = strawberry.field(default=strawberry.UNSET, description="Cannot be emptied.")
    first_name: str | None = strawberry.field(default=strawberry.UNSET, description="Cannot be emptied.")
    email: str | None = strawberry.field(
        default=strawberry.UNSET, description="Cannot be emptied. The old e-mail address is notified too."
    )
    phone: str | None = strawberry.field(default=strawberry.UNSET, description="Null or blank empties it.")
    department: str | None = strawberry.field(
        default=strawberry.UNSET, description="Null or blank empties it."
    )
    professional_address: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description="Null or no line empties it; an administrator keeps one."
    )
    profile: Profile | None = strawberry.field(
        default=strawberry.UNSET, description="ADMINISTRATOR promotes a user; there is no way back."
    )
    rights: list[RightInput] | None = strawberry.field(
        default=strawberry.UNSET, description="A service left out keeps its level."
    )
    employer_id: strawberry.ID | None = strawberry.field(default=None, description=EMPLOYER_DESCRIPTION)

    def to_modification(self) -> AccountModification:
        """Raises: Refused(INVALID) for an account id of another kind."""
        details = {
            name: getattr(self, name) for name in _DETAILS if getattr(self, name) is not strawberry.UNSET
        }
        if details.get("professional_address"):
            details["professional_address"] = tuple(details["professional_address"])
        return AccountModification(
            account_id=decode_id(Kind.ACCOUNT, self.id, "id"),
            version=self.version,
            details=DetailsInput(**details),  # type: ignore[typeddict-item]  # the names are those of _DETAILS
            profile=self.profile or None,
            profile_emptied=self.profile is None,
            rights=right_levels(self.rights) if self.rights else None,
            employer_id=employer_key(self.employer_id),
        )


async def modify_account(
    info: Info,
    input: Annotated[ModifyAccountInput, strawberry.argument(description="What changes.")],
) -> ModifyAccountPayload:
    context = info.context
    try:
        account = await modify(context.caller, input.to_modification(), context.now, context.policy)
    except Conflict as conflict:
        return ModifyAccountPayload(
            account=to_account(conflict.account, context),
            errors=user_errors(conflict, info),
            conflicting_changes=await to_history_entries(conflict.since, context),
        )
    except Refused as refused:
        return ModifyAccountPayload(account=None, errors=user_errors(refused, info), conflicting_changes=[])
    return ModifyAccountPayload(account=to_account(account, context), errors=[], conflicting_changes=[])
