"""The query fields of the schema."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused, limit_exceeded, malformed_id
from resolvers.accounts.read import find_account, read_employers
from resolvers.partners.statuses import MAX_STATUS_IDENTIFIERS, read_statuses
from resolvers.registrations.check_form import check_form
from resolvers.registrations.read import find_draft, find_registration
from resolvers.sign_in.create_password import find_link
from resolvers.sign_in.passwords import suggest_password
from schema.accounts.rights import THEMES, Theme, themes
from schema.accounts.types import Account, to_account
from schema.context import Info
from schema.employers.types import Employer, to_employer
from schema.federation.subgraph import Subgraph
from schema.ids import Kind, decode_any, decode_id
from schema.limits.cost_directives import DATABASE_QUERY_COST, PAGE_COST, Cost, ListSize
from schema.nodes import MAX_NODES, nodes_of
from schema.operators.failed_messages import (
    FAILED_PAGE,
    FailedMessageConnection,
    failed_message_connection,
)
from schema.operators.registration_types import (
    QUEUE_PAGE,
    QueuedRegistrationConnection,
    registration_queue,
)
from schema.partners.types import (
    FEED_PAGE_LIST_SIZE,
    AccountStatusChangeConnection,
    AccountStatusReport,
    change_connection,
    to_status_report,
)
from schema.registrations.enums import RegistrationState
from schema.registrations.inputs import RegistrationFormInput
from schema.registrations.types import (
    Registration,
    SavedRegistration,
    to_registration,
    to_saved_registration,
)
from schema.sign_in.password_link import PasswordLink, to_password_link
from schema.sign_in.viewer import Viewer, to_viewer
from schema.types.node import Node
from schema.types.user_error import UserError, user_errors

_Id = Annotated[strawberry.ID, strawberry.argument(description="As the service returned it.")]


@strawberry.type(description="What can be read.")
class Query(Subgraph):
    @strawberry.field(description="The caller: who sent the request.")
    def viewer(self, info: Info) -> Viewer:
        return to_viewer(info.context)

    @strawberry.field(
        description="Anything by its id; null if there is nothing that the viewer may see.",
        directives=[DATABASE_QUERY_COST],
    )
    async def node(self, info: Info, id: _Id) -> Node | None:
        if decode_any(id) is None:
            raise Refused(malformed_id().under("id"))
        return (await nodes_of(info, [id]))[0]

    @strawberry.field(
        description="Several nodes, at most 100, in the order of the ids; null where there is none to see.",
        directives=[ListSize(assumed_size=MAX_NODES, slicing_arguments=["ids"]), DATABASE_QUERY_COST],
    )
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="As the service returned them.")],
    ) -> list[Node | None]:
        if len(ids) > MAX_NODES:
            raise Refused(limit_exceeded(MAX_NODES, len(ids)).under("ids"))
        return await nodes_of(info, ids)

    @strawberry.field(
        description="An employer; null if it does not exist or the viewer may not see it.",
        directives=[DATABASE_QUERY_COST],
    )
    async def employer(self, info: Info, id: _Id) -> Employer | None:
        key = decode_id(Kind.EMPLOYER, id, "id")
        facts = (await read_employers(info.context.caller, [key])).get(key)
        return to_employer(facts) if facts else None

    @strawberry.field(
        description="An account; null if it does not exist or the viewer may not see it.",
        directives=[DATABASE_QUERY_COST],
    )
    async def account(
        self,
        info: Info,
        identifier: Annotated[str, strawberry.argument(description="Its sign-in name, in any case.")],
    ) -> Account | None:
        facts = await find_account(info.context.caller, identifier)
        return to_account(facts, info.context) if facts else None

    @strawberry.field(
        description="For partners: whether an account is valid. Null both for an unknown identifier and for "
        "one outside the partner's employers.",
        directives=[DATABASE_QUERY_COST],
    )
    async def account_status(
        self,
        info: Info,
        identifier: Annotated[str, strawberry.argument(description="Its sign-in name, in any case.")],
    ) -> AccountStatusReport | None:
        context = info.context
        return to_status_report(
            (await read_statuses(context.caller, [identifier], context.today))[0], context
        )

    @strawberry.field(
        description="For partners: several statuses, at most 250, in the order sent; null as for one.",
        directives=[
            ListSize(assumed_size=MAX_STATUS_IDENTIFIERS, slicing_arguments=["identifiers"]),
            DATABASE_QUERY_COST,
        ],
    )
    async def account_statuses(
        self,
        info: Info,
        identifiers: Annotated[
            list[str], strawberry.argument(description="Their sign-in names, in any case.")
        ],
    ) -> list[AccountStatusReport | None]:
        context = info.context
        statuses = await read_statuses(context.caller, identifiers, context.today)
        return [to_status_report(status, context) for status in statuses]

    @strawberry.field(
        description="For partners: every change of status, in order, each once; resume from the last cursor.",
        directives=[FEED_PAGE_LIST_SIZE, DATABASE_QUERY_COST],
    )
    async def account_status_changes(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="How many: 1 to 100.")] = 100,
        after: Annotated[
            str | None, strawberry.argument(description="Only what follows this cursor; all without it.")
        ] = None,
    ) -> AccountStatusChangeConnection:
        return await change_connection(info.context, first, after)

    @strawberry.field(
        description="Whether a password link can be used; looking at it does not use it up.",
        directives=[DATABASE_QUERY_COST],
    )
    async def password_link(
        self, info: Info, token: Annotated[str, strawberry.argument(description="From the link.")]
    ) -> PasswordLink:
        info.context.caller.person_only()
        return to_password_link(await find_link(token), info.context.now)

    @strawberry.field(
        description="For operators: requests to register an employer or for a new administrator, the oldest "
        "first; drafts are not among them.",
        directives=[QUEUE_PAGE, PAGE_COST],
    )
    async def registrations(
        self,
        info: Info,
        states: Annotated[
            list[RegistrationState] | None,
            strawberry.argument(description="In these states; SUBMITTED and APPROVED if left out."),
        ] = None,
        first: Annotated[int, strawberry.argument(description="How many: 1 to 100.")] = 50,
        after: Annotated[
            str | None, strawberry.argument(description="Only what follows this cursor; all without it.")
        ] = None,
    ) -> QueuedRegistrationConnection:
        waiting = (RegistrationState.SUBMITTED, RegistrationState.APPROVED)
        return await registration_queue(info.context, waiting if states is None else states, first, after)

    @strawberry.field(
        description="For operators: e-mails, letters and webhook deliveries that failed, the newest first.",
        directives=[FAILED_PAGE, PAGE_COST],
    )
    async def failed_messages(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="How many: 1 to 100.")] = 50,
        after: Annotated[
            str | None, strawberry.argument(description="Only what follows this cursor; all without it.")
        ] = None,
    ) -> FailedMessageConnection:
        return await failed_message_connection(info.context, first, after)

    @strawberry.field(
        description="Where a registration or succession stands, by the token of its link.",
        directives=[DATABASE_QUERY_COST],
    )
    async def registration(
        self, info: Info, token: Annotated[str, strawberry.argument(description="From the link.")]
    ) -> Registration:
        info.context.caller.person_only()
        facts, name = await find_registration(token)
        return to_registration(facts, name, info.context.now, info.context.language)

    @strawberry.field(
        description="The form that was saved to go on with; null if there is none, or it has lapsed.",
        directives=[DATABASE_QUERY_COST],
    )
    async def saved_registration(
        self, info: Info, token: Annotated[str, strawberry.argument(description="From the link.")]
    ) -> SavedRegistration | None:
        info.context.caller.person_only()
        facts = await find_draft(token, info.context.now)
        return to_saved_registration(facts) if facts else None

    @strawberry.field(
        description="What is wrong in the form of a registration or succession, as far as it is filled in; "
        "it is kept nowhere, and compared with no employer.",
        directives=[ListSize(assumed_size=20), Cost(weight=20)],
    )
    def registration_faults(
        self,
        info: Info,
        form: Annotated[
            RegistrationFormInput, strawberry.argument(description="A null field is not checked.")
        ],
    ) -> list[UserError]:
        info.context.caller.person_only()
        refusals = check_form(form.to_form())
        return user_errors(Refused(*refusals), info) if refusals else []

    @strawberry.field(
        description="A password that keeps every rule, to take or leave; it is kept nowhere.",
        directives=[Cost(weight=5)],
    )
    def suggested_password(self) -> str:
        return suggest_password()

    @strawberry.field(
        description="The catalogue of services that rights are granted on.",
        directives=[ListSize(assumed_size=THEMES)],
    )
    def themes(self) -> list[Theme]:
        return themes()
