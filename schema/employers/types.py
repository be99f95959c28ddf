"""An employer as clients see it."""

from typing import Annotated

import strawberry

from models.rules.accounts.search import Filter, Order, Search, Selection
from models.rules.employers.employer import Employer as EmployerFacts
from models.rules.history_entry import HistoryFilter, HistoryScope
from resolvers.accounts.read import check_may_list_accounts
from resolvers.employers.mandates.read import read_mandates_given, read_mandates_held
from schema.accounts.account_list import (
    AccountConnection,
    AccountFilter,
    AccountOrder,
    AccountSearch,
    ListQuery,
)
from schema.accounts.rights import SERVICES, Service, services_for
from schema.context import Info
from schema.employers.mandates.types import Mandate, to_mandate
from schema.federation.directives import BY_ID
from schema.history.groups import HistoryGroupConnection, history_group_connection
from schema.history.types import HistoryConnection, HistoryFilterInput, history_connection
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import DATABASE_QUERY_COST, PAGE_COST, ListSize
from schema.types.enums import Civility
from schema.types.node import Node
from schema.types.paging import PAGED, SEARCHED_WHOLE, After, Before, First, Last, window


@strawberry.type(description="The person who answers for an employer, and receives the letters.")
class LegalRepresentative:
    civility: Civility = strawberry.field(description="How they are addressed.")
    last_name: str = strawberry.field(description="Their last name.")
    first_name: str = strawberry.field(description="Their first name.")
    title: str | None = strawberry.field(description="Their function, e.g. Directrice générale.")


@strawberry.type(description="An administrator of one's own employer: whom to ask.")
class AdministratorContact:
    civility: Civility = strawberry.field(description="How they are addressed.")
    last_name: str = strawberry.field(description="Their last name.")
    first_name: str = strawberry.field(description="Their first name.")
    email: str = strawberry.field(description="Their e-mail address.")
    phone: str | None = strawberry.field(description="E.164, e.g. +33241051938.")


@strawberry.type(
    description="A public employer: a hospital, a town hall, a management centre.", directives=[BY_ID]
)
class Employer(Node):
    name: str = strawberry.field(description="E.g. CHRU DE NANTES.")
    siret: str = strawberry.field(description="14 digits.")
    contract_number: str = strawberry.field(description="E.g. VF201.")
    postal_address: list[str] = strawberry.field(description="Where letters go, line by line.")
    version: int = strawberry.field(
        description="Rises by one with each change of its details; send it when modifying."
    )
    funds: list[str] = strawberry.field(
        description="The codes of the funds that it has contracts with, in alphabetical order, e.g. CNRACL."
    )
    facts: strawberry.Private[EmployerFacts]

    @strawberry.field(description="Who receives the letters; not for partners.")
    def legal_representative(self, info: Info) -> LegalRepresentative:
        info.context.caller.signed_in()
        representative = self.facts.representative
        return LegalRepresentative(
            civility=representative.civility,
            last_name=representative.last_name,
            first_name=representative.first_name,
            title=representative.title,
        )

    @strawberry.field(
        description="The services that rights can be granted on here.",
        directives=[ListSize(assumed_size=SERVICES)],
    )
    def services(self) -> list[Service]:
        return services_for(self.facts.funds)

    @strawberry.field(
        description="The active administrators, by name: whom to ask; not for partners.",
        directives=[ListSize(assumed_size=100), DATABASE_QUERY_COST],
    )
    async def administrators(self, info: Info) -> list[AdministratorContact]:
        info.context.caller.signed_in()
        contacts = await info.context.loaders.administrators.load(self.facts.id)
        return [
            AdministratorContact(
                civility=account.civility,
                last_name=account.last_name,
                first_name=account.first_name,
                email=account.email,
                phone=account.phone,
            )
            for account in contacts or ()
        ]

    @strawberry.field(
        description="The employer's accounts; for its administrators.",
        directives=[PAGED, PAGE_COST],
    )
    def accounts(
        self,
        info: Info,
        search: Annotated[
            AccountSearch | None,
            strawberry.argument(description="Only those found by these terms.", directives=[SEARCHED_WHOLE]),
        ] = None,
        filter: Annotated[
            AccountFilter | None,
            strawberry.argument(description="Only those that pass.", directives=[SEARCHED_WHOLE]),
        ] = None,
        order_by: Annotated[
            AccountOrder | None, strawberry.argument(description="By last name if left out.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> AccountConnection:
        context = info.context
        check_may_list_accounts(context.caller, self.facts.id)
        selection = Selection(
            self.facts.id,
            search.to_search() if search else Search(),
            filter.to_filter() if filter else Filter(),
        )
        order = order_by.to_order() if order_by else Order()
        page_window = window(first, after, last, before, of=(selection, order), policy=context.policy)
        return AccountConnection(query=ListQuery(context, selection, order, page_window))

    @strawberry.field(
        description="What was done to the employer's accounts; for its administrators.",
        directives=[PAGED, PAGE_COST],
    )
    def history(
        self,
        info: Info,
        filter: Annotated[
            HistoryFilterInput | None,
            strawberry.argument(description="Only the entries that pass.", directives=[SEARCHED_WHOLE]),
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> HistoryConnection:
        history_filter = filter.to_filter() if filter else HistoryFilter()
        return history_connection(
            info, HistoryScope(self.facts.id), history_filter, first, after, last, before
        )

    @strawberry.field(
        description="The same, with what one request did to several accounts as one item.",
        directives=[PAGED, PAGE_COST],
    )
    def history_groups(
        self,
        info: Info,
        filter: Annotated[
            HistoryFilterInput | None,
            strawberry.argument(description="Only the entries that pass.", directives=[SEARCHED_WHOLE]),
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> HistoryGroupConnection:
        history_filter = filter.to_filter() if filter else HistoryFilter()
        return history_group_connection(info, self.facts.id, history_filter, first, after, last, before)

    @strawberry.field(
        description="The mandates it gave or proposed, the latest first; for its own administrators.",
        directives=[DATABASE_QUERY_COST, ListSize(assumed_size=10)],
    )
    async def mandates_given(self, info: Info) -> list[Mandate]:
        mandates = await read_mandates_given(info.context.caller, self.facts.id)
        return [to_mandate(details, info.context.today) for details in mandates]

    @strawberry.field(
        description="The mandates it was given or offered as a centre, the latest first; for its own "
        "administrators.",
        directives=[DATABASE_QUERY_COST, ListSize(assumed_size=100)],
    )
    async def mandates_held(self, info: Info) -> list[Mandate]:
        mandates = await read_mandates_held(info.context.caller, self.facts.id)
        return [to_mandate(details, info.context.today) for details in mandates]


def to_employer(facts: EmployerFacts) -> Employer:
    return Employer(
        id=encode_id(Kind.EMPLOYER, facts.id),
        name=facts.name,
        siret=facts.siret,
        contract_number=facts.contract_number,
        postal_address=list(facts.postal_address),
        funds=sorted(facts.funds),
        version=facts.version,
        facts=facts,
    )
