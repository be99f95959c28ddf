"""A refusal of a mutation: a code, the path of the field, the remedy in two languages; nothing is written."""

from tests.client import ENGLISH, Browser
from tests.nothing_written import rows_without_sessions
from tests.schema.errors.refusal_messages import SENTENCES


async def refused(
    browser: Browser, document: str, mutation_input: object, code: str, path: str, message_key: str
) -> None:
    """The mutation is refused with one error, in French and, on request, in English; nothing is written."""
    before = await rows_without_sessions()
    for language, message in zip((None, ENGLISH), SENTENCES[message_key], strict=True):
        payload = (await browser.ask(document, {"input": mutation_input}, language))["data"]["did"]
        field = path.split(".") if path else None
        assert payload["errors"] == [{"code": code, "field": field, "message": message}]
        assert payload.get("account") is None or code == "CONFLICT"
    assert await rows_without_sessions() == before
