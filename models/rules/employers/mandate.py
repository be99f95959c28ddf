"""Mandates: an employer lets a management centre act for it, through holders it names (E1, E4)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.rules.employers.mandate_refusals import (
    mandate_in_the_past,
    mandate_is_not_open,
    mandate_to_oneself,
    mandate_too_long,
    mandate_upside_down,
)
from models.rules.paris_calendar import add_months, paris_day
from models.rules.refusals import Refusal
from models.rules.vocabulary import MandateScope, MandateState

MAX_MANDATE_MONTHS = 24
MANDATE_ANSWER_DAYS = 30
"""Days for which a centre can accept or decline."""
MANDATE_REMINDER_DAYS = (60, 30, 7, 1)
"""Days before the end at which both sides get a reminder (E1)."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """Who may act for an employer, both days included. The giver is the employer, the centre acts for it."""

    id: int
    giver_id: int
    centre_id: int
    scope: MandateScope
    starts_on: date
    ends_on: date
    proposed_at: datetime
    accepted_at: datetime | None = None
    declined_at: datetime | None = None
    ended_at: datetime | None = None

    def state(self, today: date) -> MandateState:
        """The state on this day: computed, never stored (E1)."""
        if self.declined_at is not None:
            return MandateState.DECLINED
        if self.ended_at is not None:
            return MandateState.ENDED
        if self.accepted_at is not None:
            return MandateState.EXPIRED if self.ends_on < today else MandateState.ACTIVE
        return MandateState.LAPSED if self.answer_by < today else MandateState.PROPOSED

    @property
    def answer_by(self) -> date:
        """The last day on which the centre can answer."""
        return min(paris_day(self.proposed_at) + timedelta(days=MANDATE_ANSWER_DAYS), self.ends_on)

    def is_in_force(self, today: date) -> bool:
        """Whether its holders may act today."""
        return self.state(today) is MandateState.ACTIVE and self.starts_on <= today


@dataclass(frozen=True, slots=True)
class MandateOffer:
    """What an employer proposes to a centre."""

    giver_id: int
    centre_id: int
    scope: MandateScope
    starts_on: date
    ends_on: date


def covers(held: MandateScope, needed: MandateScope) -> bool:
    """Whether a mandate of the scope `held` lets its holders do what needs the scope `needed`."""
    scopes = list(MandateScope)
    return scopes.index(held) >= scopes.index(needed)


def reminder_due(mandate: Mandate, today: date) -> int | None:
    """Return which reminder before the end is the latest due: 60, 30, 7 or 1 days; None if none is (E1)."""
    if not mandate.is_in_force(today):
        return None
    left = (mandate.ends_on - today).days
    return min((days for days in MANDATE_REMINDER_DAYS if days >= left), default=None)


def offer_refusals(offer: MandateOffer, today: date) -> list[Refusal]:
    """Return why this cannot be proposed today, each under the field at fault; overlaps are the store's."""
    refusals: list[Refusal] = []
    if offer.centre_id == offer.giver_id:
        refusals.append(mandate_to_oneself().under("centre"))
    if offer.starts_on < today:
        refusals.append(mandate_in_the_past().under("startsOn"))
    if offer.ends_on < offer.starts_on:
        refusals.append(mandate_upside_down().under("endsOn"))
    elif offer.ends_on > add_months(offer.starts_on, MAX_MANDATE_MONTHS):
        refusals.append(mandate_too_long(MAX_MANDATE_MONTHS).under("endsOn"))
    return refusals


def answer_refusal(mandate: Mandate, today: date) -> Refusal | None:
    """Why it can be neither accepted nor declined: it is answered already, withdrawn, or lapsed."""
    state = mandate.state(today)
    return None if state is MandateState.PROPOSED else mandate_is_not_open(state)


def ending_refusal(mandate: Mandate, today: date) -> Refusal | None:
    """Why it cannot be ended: only what is proposed or accepted, and not over, can be."""
    state = mandate.state(today)
    return None if state in {MandateState.PROPOSED, MandateState.ACTIVE} else mandate_is_not_open(state)


def naming_refusal(mandate: Mandate, today: date) -> Refusal | None:
    """Why no holder can be named or removed: the mandate is not accepted, or over."""
    state = mandate.state(today)
    return None if state is MandateState.ACTIVE else mandate_is_not_open(state)
