"""The steps of fields that need no declaration of an object: an attribute, a batch, a resolver."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from graphql.pyutils.gather_with_cancel import gather_with_cancel
from strawberry import Info
from strawberry.types.field import StrawberryField

from schema.execution.arguments import Arguments
from schema.execution.completion import Completer
from schema.execution.declared import Batch
from schema.execution.steps import Run, Step, then


def attribute_step(definition: StrawberryField, complete: Completer) -> Step:
    read = attrgetter(definition.python_name)
    return lambda run, items: complete(run, list(map(read, items)))


def batch_step(batch: Batch, complete: Completer) -> Step:
    async def read(run: Run, items: Sequence[Any]) -> list[Any]:
        return list(await batch(run.context, items))

    return lambda run, items: then(partial(read, run, items), lambda values: complete(run, values))


def resolver_step(
    resolver: Callable[..., Any],
    definition: StrawberryField,
    takes_object: bool,
    info_name: str | None,
    arguments: Arguments,
    complete: Completer,
) -> Step:
    """Call a resolver for each object."""

    def begun(run: Run, items: Sequence[Any]) -> list[Any]:
        keywords = dict(arguments(run))
        if info_name:
            keywords[info_name] = Info(_raw_info=run.info, _field=definition)
        if takes_object:
            return [resolver(item, **keywords) for item in items]
        return [resolver(**keywords) for _ in items]

    if not definition.is_async:
        return lambda run, items: complete(run, begun(run, items))

    async def read(run: Run, items: Sequence[Any]) -> list[Any]:
        return await _values(begun(run, items))

    return lambda run, items: then(partial(read, run, items), lambda values: complete(run, values))


async def _values(awaitables: list[Awaitable[Any]]) -> list[Any]:
    return [await awaitables[0]] if len(awaitables) == 1 else await gather_with_cancel(*awaitables)
