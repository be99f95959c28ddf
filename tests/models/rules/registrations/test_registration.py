"""Where a registration stands at a moment, and how far its code can be tried (N1)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.registration import (
    LETTER_INTERVAL,
    MAX_CODE_TRIES,
    MAX_LETTERS,
    Registration,
)
from models.rules.registrations.states import RegistrationKind, RegistrationNews, RegistrationState

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
DRAFT = Registration(
    id=1,
    kind=RegistrationKind.REGISTRATION,
    token_nonce="a" * 32,
    token_hash="b" * 64,
    email="sara@ancenis.example",
    siret=None,
    contract_number=None,
    employer_id=None,
    form=RegistrationForm(),
    created_at=NOW - DAY,
    lapses_at=NOW + DAY,
)
SUBMITTED = replace(DRAFT, submitted_at=NOW - DAY)
APPROVED = replace(SUBMITTED, approved_at=NOW, code_nonce="c" * 32, letters=1, letter_at=NOW)
REFUSED = replace(SUBMITTED, refused_at=NOW, refused_for=RegistrationNews.REFUSED)
OPENED = replace(APPROVED, opened_at=NOW)


@pytest.mark.parametrize(
    ("registration", "state"),
    [
        (DRAFT, RegistrationState.DRAFT),
        (SUBMITTED, RegistrationState.SUBMITTED),
        (APPROVED, RegistrationState.APPROVED),
        (REFUSED, RegistrationState.REFUSED),
        (OPENED, RegistrationState.OPENED),
    ],
)
def test_its_moments_say_where_it_stands(registration: Registration, state: RegistrationState) -> None:
    assert registration.state(NOW) is state


@pytest.mark.parametrize("registration", [DRAFT, SUBMITTED, APPROVED])
def test_what_goes_no_further_in_time_lapses(registration: Registration) -> None:
    moment = registration.lapses_at
    assert registration.state(moment - timedelta(microseconds=1)) is not RegistrationState.LAPSED
    assert registration.state(moment) is RegistrationState.LAPSED


@pytest.mark.parametrize("registration", [REFUSED, OPENED])
def test_what_has_ended_does_not_lapse_any_more(registration: Registration) -> None:
    assert registration.state(NOW + 1_000 * DAY) is registration.state(NOW)


def test_the_tries_of_a_code_are_counted_down_to_none() -> None:
    assert [replace(APPROVED, code_tries=tries).tries_left for tries in range(MAX_CODE_TRIES + 2)] == [
        *range(MAX_CODE_TRIES, 0, -1),
        0,
        0,
    ]


def test_the_next_letter_waits_for_a_day_and_after_the_last_there_is_none() -> None:
    assert APPROVED.next_letter_at == NOW + LETTER_INTERVAL
    assert replace(APPROVED, letters=MAX_LETTERS).next_letter_at is None
    assert SUBMITTED.next_letter_at is None
