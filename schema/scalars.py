"""Date and DateTime: a moment is read only with an offset, and always written in UTC."""

import re
from datetime import UTC, date, datetime

import strawberry
from graphql import GraphQLError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})")


def write_moment(value: datetime) -> str:
    """Return e.g. 2026-11-23T09:00:00Z, with microseconds if they are not 0."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def parse_day(value: object) -> date:
    """Raises: GraphQLError for anything but a day of the calendar written as 2027-05-23."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError(f"Date cannot represent {value!r}: write a calendar day such as 2027-05-23.")


def parse_moment(value: object) -> datetime:
    """Return the moment in UTC. Raises: GraphQLError for anything but a real moment with its offset."""
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise GraphQLError(
        f"DateTime cannot represent {value!r}: write a moment with its offset, such as 2027-05-23T08:00:00Z."
    )


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
        specified_by_url="https://scalars.graphql.org/andimarek/date-time",
        serialize=write_moment,
        parse_value=parse_moment,
    ),
}
