"""The states of a mandate, its periods, and what its scope covers (E1)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from models.rules.employers.mandate import (
    Mandate,
    MandateOffer,
    answer_refusal,
    covers,
    ending_refusal,
    naming_refusal,
    offer_refusals,
    reminder_due,
)
from models.rules.vocabulary import MandateScope, MandateState

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PROPOSED = Mandate(1, 10, 20, MandateScope.MANAGE, TODAY, TODAY + timedelta(days=365), proposed_at=NOW)
ACTIVE = replace(PROPOSED, accepted_at=NOW)
DECLINED = replace(PROPOSED, declined_at=NOW)
ENDED = replace(ACTIVE, ended_at=NOW)
WITHDRAWN = replace(PROPOSED, ended_at=NOW)
LAPSED = replace(PROPOSED, proposed_at=NOW - timedelta(days=31))
EXPIRED = replace(ACTIVE, starts_on=TODAY - timedelta(days=9), ends_on=TODAY - timedelta(days=1))
STATES = {
    MandateState.PROPOSED: PROPOSED,
    MandateState.ACTIVE: ACTIVE,
    MandateState.DECLINED: DECLINED,
    MandateState.ENDED: ENDED,
    MandateState.LAPSED: LAPSED,
    MandateState.EXPIRED: EXPIRED,
}


@pytest.mark.parametrize("state", MandateState)
def test_the_state_follows_from_the_days_and_moments(state: MandateState) -> None:
    assert STATES[state].state(TODAY) is state


def test_a_proposal_that_was_withdrawn_is_ended() -> None:
    assert WITHDRAWN.state(TODAY) is MandateState.ENDED


def test_a_proposal_can_be_answered_for_thirty_days_and_never_after_its_end() -> None:
    assert PROPOSED.state(TODAY + timedelta(days=30)) is MandateState.PROPOSED
    assert PROPOSED.state(TODAY + timedelta(days=31)) is MandateState.LAPSED
    short = replace(PROPOSED, ends_on=TODAY + timedelta(days=2))
    assert short.state(TODAY + timedelta(days=3)) is MandateState.LAPSED


def test_it_is_in_force_from_its_first_day_to_its_last() -> None:
    later = replace(ACTIVE, starts_on=TODAY + timedelta(days=1), ends_on=TODAY + timedelta(days=3))
    in_force = [later.is_in_force(TODAY + timedelta(days=days)) for days in range(5)]
    assert in_force == [False, True, True, True, False]
    assert later.state(TODAY) is MandateState.ACTIVE
    assert not ENDED.is_in_force(TODAY)


@pytest.mark.parametrize("state", MandateState)
def test_each_state_allows_what_it_should(state: MandateState) -> None:
    mandate = STATES[state]
    assert (answer_refusal(mandate, TODAY) is None) is (state is MandateState.PROPOSED)
    open_states = {MandateState.PROPOSED, MandateState.ACTIVE}
    assert (ending_refusal(mandate, TODAY) is None) is (state in open_states)
    assert (naming_refusal(mandate, TODAY) is None) is (state is MandateState.ACTIVE)


def test_a_scope_covers_itself_and_the_narrower_ones() -> None:
    read, renew, manage = MandateScope
    assert [covers(manage, needed) for needed in MandateScope] == [True, True, True]
    assert [covers(renew, needed) for needed in MandateScope] == [True, True, False]
    assert [covers(read, needed) for needed in MandateScope] == [True, False, False]


@pytest.mark.parametrize(
    ("left", "due"),
    [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (2, 7), (1, 1), (0, 1), (-1, None)],
)
def test_the_latest_reminder_before_the_end_is_due(left: int, due: int | None) -> None:
    ending = replace(ACTIVE, ends_on=TODAY + timedelta(days=left), starts_on=TODAY - timedelta(days=300))
    assert reminder_due(ending, TODAY) == due
    assert reminder_due(replace(ending, ended_at=NOW), TODAY) is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"centre_id": 10}, "centre"),
        ({"starts_on": TODAY - timedelta(days=1), "ends_on": TODAY}, "startsOn"),
        ({"ends_on": TODAY - timedelta(days=1)}, "endsOn"),
        ({"ends_on": date(2028, 11, 24)}, "endsOn"),
    ],
    ids=["to oneself", "in the past", "ends before it starts", "over 24 months"],
)
def test_what_cannot_be_offered_is_refused_under_its_field(changes: dict[str, object], field: str) -> None:
    offer = MandateOffer(10, 20, MandateScope.READ, TODAY, date(2028, 11, 23))
    assert offer_refusals(offer, TODAY) == []
    refusals = offer_refusals(replace(offer, **changes), TODAY)  # type: ignore[arg-type]
    assert [refusal.field for refusal in refusals] == [(field,)]
