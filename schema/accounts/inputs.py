"""Inputs shared by several mutations, and their conversion to the requests of resolvers."""

from typing import Annotated, TypeAlias

import strawberry

from models.rules.accounts.search import Filter, Search, Selection
from models.rules.refusals import Refused, ids_or_matching
from resolvers.accounts.bulk import BulkRequest
from schema.accounts.account_list import AccountFilter, AccountSearch
from schema.ids import Kind, decode_id
from schema.types.enums import AccessLevel

IDEMPOTENCY_KEY_DESCRIPTION = (
    "Chosen by the client, at most 100 characters: the same request sent again with it within 24 hours "
    "is done once, and answered alike."
)

EMPLOYER_DESCRIPTION = (
    "The employer that the client acts for: accounts of another are NOT_FOUND then, even if the caller "
    "administers it."
)


@strawberry.input(description="The level that an account is to have on a service.")
class RightInput:
    service: str = strawberry.field(description="The service's code, e.g. CNRACL-01.")
    level: AccessLevel = strawberry.field(description="One of the service's levels.")


@strawberry.input(description="All accounts of one employer that match.")
class AccountSelection:
    employer_id: strawberry.ID = strawberry.field(description="The employer.")
    search: AccountSearch | None = strawberry.field(default=None, description="As in a list.")
    filter: AccountFilter | None = strawberry.field(default=None, description="As in a list.")

    def to_selection(self) -> Selection:
        """Raises: Refused(INVALID, TOO_LONG or SERVICE_UNAVAILABLE_TO_EMPLOYER), of the field at fault."""
        return Selection(
            decode_id(Kind.EMPLOYER, self.employer_id, "matching", "employerId"),
            self.search.to_search("matching") if self.search else Search(),
            self.filter.to_filter("matching") if self.filter else Filter(),
        )


@strawberry.input(
    description="Exactly one of ids (at most 250) and matching (all that matches, at most 10 000)."
)
class BulkAccountsInput:
    ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Accounts of one employer.")
    matching: AccountSelection | None = strawberry.field(
        default=None, description="All that matches, when the transaction begins."
    )
    dry_run: bool = strawberry.field(default=False, description="The same answer, and nothing written.")
    idempotency_key: str | None = strawberry.field(default=None, description=IDEMPOTENCY_KEY_DESCRIPTION)
    employer_id: strawberry.ID | None = strawberry.field(default=None, description=EMPLOYER_DESCRIPTION)

    def to_request(self) -> BulkRequest:
        """Raises: Refused(INVALID, TOO_LONG or SERVICE_UNAVAILABLE_TO_EMPLOYER), of the field at fault."""
        if self.ids is not None and self.matching is not None:
            raise Refused(ids_or_matching())
        ids = None if self.ids is None else tuple(_account_key(i, str(n)) for n, i in enumerate(self.ids))
        return BulkRequest(
            ids=ids,
            matching=self.matching.to_selection() if self.matching else None,
            dry_run=self.dry_run,
            idempotency_key=self.idempotency_key,
            employer_id=employer_key(self.employer_id),
        )


BulkInput: TypeAlias = Annotated[BulkAccountsInput, strawberry.argument(description="Which accounts.")]


def right_levels(rights: list[RightInput]) -> tuple[tuple[str, AccessLevel], ...]:
    return tuple((right.service, right.level) for right in rights)


def employer_key(employer_id: strawberry.ID | None) -> int | None:
    """Return the key of an input's employerId, if it has one. Raises: Refused(INVALID)."""
    return None if employer_id is None else decode_id(Kind.EMPLOYER, employer_id, "employerId")


def _account_key(account_id: str, place: str) -> int:
    return decode_id(Kind.ACCOUNT, account_id, "ids", place)
