"""Documents kept parsed and validated, for all requests, where that is safe."""

from collections.abc import Iterator

from strawberry.extensions import ParserCache, ValidationCache

DOCUMENTS = 500
"""Kept parsed and validated for all requests: a small query would spend most of its time there."""
LONGEST_KEPT = 8_000
"""Characters: what is longer is parsed each time, or a few hundred of them would fill the memory."""


def may_be_kept(document: str | None) -> bool:
    """Not a large one, nor one that may hold a password as a literal."""
    return document is not None and len(document) <= LONGEST_KEPT and "assword:" not in document


class KeptParsed(ParserCache):
    def on_parse(self) -> Iterator[None]:
        if may_be_kept(self.execution_context.query):
            yield from super().on_parse()
        else:
            yield


class KeptValidated(ValidationCache):
    """Unless something was found before validation, which it would not survive."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        if context.pre_execution_errors is None and may_be_kept(context.query):
            yield from super().on_validate()
        else:
            yield
