"""Jean acts for other employers of the demo: mandates that are in force, as if long accepted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Request, expect

from tests.panel.database import change
from tests.panel.panel import Panel

OWN, TOWN, CENTRE = "VF201", "VF202", "VF203"
"""The contract numbers of the demo's employers: Jean's hospital, a town hall, a management centre."""
TOWN_NAME = "Mairie d'Ambreville-sur-Isle"

_MANDATE = """WITH jean AS (SELECT id, employer_id FROM account WHERE identifier = 'JLO000439'),
    made AS (
        INSERT INTO mandate (giver_id, centre_id, scope, starts_on, ends_on, proposed_at, accepted_at)
        SELECT e.id, jean.employer_id, $2, current_date - 1, current_date + $3::int, now(), now()
        FROM jean, employer e WHERE e.contract_number = $1
        RETURNING id)
    INSERT INTO mandate_holder (mandate_id, account_id, named_at)
    SELECT made.id, jean.id, now() FROM made, jean"""


def act_for(database: str, contract_number: str, scope: str = "MANAGE", days: int = 30) -> None:
    """Jean may act for the employer for this many days."""
    change(database, _MANDATE, contract_number, scope, days)


def end_mandates(database: str) -> None:
    """As if each had ended, by whichever side."""
    change(database, "UPDATE mandate SET ended_at = now() WHERE ended_at IS NULL")


def forget_mandates(database: str) -> None:
    """As if there had never been any."""
    for table in ("mandate_holder", "mandate"):
        change(database, f"DELETE FROM {table}")


@dataclass
class Sent:
    """The inputs of the mutations that a page has sent."""

    inputs: list[dict[str, Any]] = field(default_factory=list)

    @property
    def employers(self) -> set[str]:
        """The employers that they name; KeyError if one names none."""
        return {value["employerId"] for value in self.inputs}


@contextmanager
def mutations_of(page: Page) -> Iterator[Sent]:
    """Collects what the page writes."""
    sent = Sent()

    def collect(request: Request) -> None:
        if request.url.endswith("/graphql") and request.post_data:
            variables = json.loads(request.post_data).get("variables") or {}
            if "input" in variables:
                sent.inputs.append(variables["input"])

    page.on("request", collect)
    yield sent
    page.remove_listener("request", collect)


def expect_employer(panel: Panel, contract_number: str) -> None:
    """The tab is for this employer: its address says so, and its header."""
    expect(panel.page.get_by_role("banner")).to_contain_text(contract_number)
    assert f"etablissement={contract_number}" in panel.page.url
