"""More accounts than the demo has, written in a second."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.panel.conftest import created
from tests.panel.database import aside, change
from tests.server.comptoir_process import Serving, serving

PENDING = "AAA000001"
"""The first: it waits for its password, and is not renewed (R3)."""
_ADD_ACCOUNTS = """
    INSERT INTO account (employer_id, identifier, civility, last_name, first_name, email,
        professional_address, profile, expires_on, password_created_at, created_at, version,
        last_name_key, first_name_key, department_key, search_key)
    SELECT employer_id, 'AAA' || lpad(n::text, 6, '0'), 'MADAME', 'Zola', 'Anne', n || '@chu.example',
        '', 'USER', CURRENT_DATE + 30, CASE WHEN n > 1 THEN now() END, now(), 1,
        'zola', 'anne', '', 'zola anne'
    FROM account, generate_series(1, $1) AS n WHERE identifier = 'JLO000439'"""


def demo_with_zolas(demo_url: str, count: int) -> str:
    """The URL of a copy of the demo, with this many accounts named Zola."""
    url = aside(created(demo_url, "large", template=demo_url.rpartition("/")[2]))
    change(url, _ADD_ACCOUNTS, count)
    change(url, "ANALYZE")
    return url


@contextmanager
def serving_all(url: str, folder: Path) -> Iterator[Serving]:
    mail, letters = f"file:{folder / 'mail'}", str(folder / "letters")
    with serving(url, folder, MAIL_URL=mail, LETTERS_DIR=letters) as started:
        yield started
