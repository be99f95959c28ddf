"""The accounts of a page as the level of a plan: columns, and what is computed of them once."""

from functools import cached_property
from typing import Any

from graphql import GraphQLField
from graphql.execution.collect_fields import FieldDetails

from models.rules.accounts.search import SortKey
from models.rules.vocabulary import AccessLevel
from resolvers.accounts.read import COLUMN_NAMES, AccountRows
from schema.accounts.account_columns import COLUMN_FIELDS, ColumnField
from schema.accounts.account_list import ListQuery
from schema.accounts.rights import Right, right_of, service_facts_for
from schema.accounts.types import Account, to_account
from schema.context import Context
from schema.execution.completion import Completer
from schema.execution.planner import Planner
from schema.execution.steps import MaybeLater, Row, Run, Step, Unplannable


class AccountLevel:
    """One page of accounts; `query` writes its cursors."""

    def __init__(self, query: ListQuery, rows: AccountRows, context: Context) -> None:
        self.query, self.rows, self.context = query, rows, context

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def keys(self) -> list[SortKey]:
        return self.rows.keys

    @cached_property
    def accounts(self) -> list[Account]:
        """For fields that need more than columns."""
        return [to_account(facts, self.context) for facts in self.rows.accounts]


class Needs:
    """What a page has to be read with: collected while its fields are planned."""

    def __init__(self) -> None:
        self.columns: dict[str, None] = {}
        self.page = self.rights = self.total = False


def account_step(planner: Planner, name: str, details: list[FieldDetails], needs: Needs) -> Step:
    """Return the step of a field of an account, whose level is an AccountLevel. Raises: Unplannable."""
    kind = planner.object_type("Account")
    field = planner.schema.get_field(kind, name)
    if field is None or name == "__typename":
        step, _ = planner.field(kind, details)
        return step
    if column_field := COLUMN_FIELDS.get(name):
        needs.columns.update(dict.fromkeys(column_field.columns))
        return _column(column_field, planner.completer(field.type, details))
    if name == "rights":
        needs.rights = True
        return _rights(planner, field, details)
    needs.columns.update(dict.fromkeys(COLUMN_NAMES))
    step, _ = planner.field(kind, details)
    return lambda run, level: step(run, level.accounts)


def _column(field: ColumnField, complete: Completer) -> Step:
    def values(run: Run, level: Any) -> MaybeLater:
        columns = [level.rows.column(name) for name in field.columns]
        return complete(run, field.values(run.context, *columns))

    return values


def _rights(planner: Planner, field: GraphQLField, details: list[FieldDetails]) -> Step:
    """The rights of all accounts. A service at a level is the same in all: it is completed once."""
    kind = planner.object_type("Right")
    plan = planner.object(kind, planner.below(kind, details))
    if not plan.attributes_only:
        complete = planner.completer(field.type, details)
        return lambda run, level: complete(run, _all_rights(level))
    completed: dict[int, Row] = {}

    def row_of(run: Run, right: Right) -> Row:
        row = completed.get(id(right))  # rights are made once for each service and level, and kept
        if row is None:
            rows = plan.rows(run, [right])
            if not isinstance(rows, list):
                raise Unplannable
            row = completed[id(right)] = rows[0]
        return row

    return lambda run, level: [[row_of(run, right) for right in rights] for rights in _all_rights(level)]


def _all_rights(level: AccountLevel) -> list[list[Right]]:
    services = service_facts_for(level.rows.funds)
    none = AccessLevel.NONE
    return [
        [right_of(facts, matrix.get(facts.code, none)) for facts in services] for matrix in level.rows.rights
    ]
