"""Date and DateTime: a moment is read only with an offset, and always written in UTC."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import strawberry
from graphql import GraphQLError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:)(\d{2})(\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII | re.IGNORECASE,
)


def write_moment(value: datetime) -> str:
    """Return e.g. 2026-11-23T09:00:00Z, with microseconds if they are not 0."""
    in_utc = value if value.tzinfo is UTC else value.astimezone(UTC)
    return in_utc.isoformat()[: -len("+00:00")] + "Z"


def write_days(values: Iterable[date | None]) -> list[str | None]:
    return [None if value is None else date.isoformat(value) for value in values]


def write_moments(values: Iterable[datetime | None]) -> list[str | None]:
    return [None if value is None else write_moment(value) for value in values]


COLUMNS: Mapping[str, Callable[[Any], list[Any]]] = {"Date": write_days, "DateTime": write_moments}
"""How many values of a scalar are written at once, by its name."""


def parse_day(value: object) -> date:
    """Raises: GraphQLError for anything but a day of the calendar written as 2027-05-23."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError(f"Date cannot represent {value!r}: write a calendar day such as 2027-05-23.")


def parse_moment(value: object) -> datetime:
    """Return the moment in UTC, to the microsecond; a leap second is the second that follows it.

    Raises: GraphQLError for anything but a moment of RFC 3339, which has an offset.
    """
    if isinstance(value, str) and (parts := _MOMENT.fullmatch(value)):
        try:
            return _moment(*parts.groups(default=""))
        except (ValueError, OverflowError):
            pass
    raise GraphQLError(
        f"DateTime cannot represent {value!r}: write a moment with its offset, such as 2027-05-23T08:00:00Z."
    )


def _moment(minute: str, second: str, fraction: str, offset: str) -> datetime:
    """Raises: ValueError for a day or time that does not exist; OverflowError outside the years 1 to 9999."""
    is_leap = second == "60"
    text = f"{minute}{'59' if is_leap else second}{fraction[:7]}{offset}".upper()
    moment = datetime.fromisoformat(text).astimezone(UTC)
    if not is_leap:
        return moment
    # RFC 3339 adds a leap second to the last minute of a month, in UTC.
    following = moment.replace(microsecond=0) + timedelta(seconds=1)
    if (following.day, following.hour, following.minute) != (1, 0, 0):
        raise ValueError(text)
    return following


SCALARS = {
    date: strawberry.scalar(
        name="Date",
        description="ISO 8601 calendar date, e.g. 2027-05-23.",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date",
        serialize=date.isoformat,
        parse_value=parse_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="RFC 3339 moment with an offset, which is required; always returned in UTC.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=write_moment,
        parse_value=parse_moment,
    ),
}
