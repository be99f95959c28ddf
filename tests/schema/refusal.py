"""How a refusal is told: a code, the path of the field, the remedy in two languages; nothing is written."""

from tests.client import ENGLISH, Browser
from tests.nothing_written import rows_without_sessions
from tests.schema.refusal_messages import SENTENCES


async def refused(browser: Browser, document: str, given: object, code: str, path: str, told: str) -> None:
    """One refusal, in French unless English is asked for, and nothing written."""
    before = await rows_without_sessions()
    for language, message in zip((None, ENGLISH), SENTENCES[told], strict=True):
        answer = (await browser.ask(document, {"input": given}, language))["data"]["did"]
        field = path.split(".") if path else None
        assert answer["errors"] == [{"code": code, "field": field, "message": message}]
        assert answer.get("account") is None or code == "CONFLICT"
    assert await rows_without_sessions() == before
