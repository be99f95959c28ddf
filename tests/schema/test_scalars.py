"""Days and moments: one way to write each, and no moment without its offset."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from graphql import GraphQLError
from hypothesis import given
from hypothesis import strategies as st

from schema.scalars import parse_day, parse_moment, write_days, write_moment, write_moments


def test_a_day_of_the_calendar_is_read() -> None:
    assert parse_day("2027-05-23") == date(2027, 5, 23)
    assert parse_day("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "value",
    [
        "2027-02-29",
        "2027-5-23",
        "20270523",
        "2027-W21-7",
        "2027-05-23T00:00:00Z",
        "23/05/2027",
        "0000-01-01",
        "\uff12\uff10\uff12\uff17-05-23",
        " 2027-05-23",
        "2027-05-23\n",
        "",
        20_280_523,
        True,
        None,
        ["2027-05-23"],
    ],
)
def test_what_is_no_day_is_refused_with_an_example(value: object) -> None:
    with pytest.raises(GraphQLError, match="write a calendar day such as 2027-05-23"):
        parse_day(value)


@pytest.mark.parametrize(
    "text",
    ["2027-05-23T08:00:00Z", "2027-05-23T10:00:00+02:00", "2027-05-22T22:00:00-10:00"],
)
def test_a_moment_is_read_in_utc_whatever_its_offset(text: str) -> None:
    moment = parse_moment(text)
    assert moment == datetime(2027, 5, 23, 8, tzinfo=UTC)
    assert moment.utcoffset() == timedelta(0)


def test_a_moment_may_have_fractions_of_a_second() -> None:
    assert parse_moment("2027-05-23T08:00:00.25Z") == datetime(2027, 5, 23, 8, 0, 0, 250_000, UTC)
    assert parse_moment("2027-05-23T08:00:00.123456789Z") == datetime(2027, 5, 23, 8, 0, 0, 123_456, UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-05-23t08:00:00z", datetime(2027, 5, 23, 8, tzinfo=UTC)),
        ("2027-05-23T08:00:00-00:00", datetime(2027, 5, 23, 8, tzinfo=UTC)),
        ("1990-12-31T23:59:60Z", datetime(1991, 1, 1, tzinfo=UTC)),
        ("1990-12-31T15:59:60.5-08:00", datetime(1991, 1, 1, tzinfo=UTC)),
    ],
    ids=["lower case", "an offset that is not known", "a leap second", "a leap second elsewhere"],
)
def test_a_moment_is_read_as_rfc_3339_writes_it(text: str, moment: datetime) -> None:
    assert parse_moment(text) == moment


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_that_was_written_is_read_again_as_it_was(moment: datetime) -> None:
    assert parse_moment(write_moment(moment)) == moment


@pytest.mark.parametrize(
    "value",
    [
        "2027-05-23T08:00:00",
        "2027-05-23",
        "2027-05-23 08:00:00Z",
        "2027-05-23T08:00Z",
        "2027-05-23T25:00:00Z",
        "2027-02-30T08:00:00Z",
        "2027-05-23T08:00:00+2500",
        "2027-05-23T08:00:00+24:00",
        "0001-01-01T00:00:00+12:00",
        "9999-12-31T23:59:59-12:00",
        "2027-05-23T08:00:60Z",
        "2027-05-23T24:00:00Z",
        "2027-05-23T08:00:00.Z",
        "2027-05-23T08:00:00+01:60",
        "2027-05-23T08:00:00Z\n",
        "\uff12\uff10\uff12\uff17-05-23T08:00:00Z",
        1_811_000_000,
        None,
    ],
)
def test_a_moment_without_an_offset_or_that_never_was_is_refused_with_an_example(value: object) -> None:
    with pytest.raises(GraphQLError, match=r"write a moment with its offset, such as 2027-05-23T08:00:00Z"):
        parse_moment(value)


def test_a_moment_is_written_in_utc() -> None:
    paris = timezone(timedelta(hours=2))
    assert write_moment(datetime(2027, 5, 23, 10, tzinfo=paris)) == "2027-05-23T08:00:00Z"
    assert write_moment(datetime(2027, 5, 23, 8, 0, 0, 5, UTC)) == "2027-05-23T08:00:00.000005Z"


def test_a_column_of_days_or_moments_is_written_as_each_of_them_is() -> None:
    paris = timezone(timedelta(hours=2))
    moments = [datetime(2027, 5, 23, 10, tzinfo=paris), None, datetime(2027, 5, 23, 8, 0, 0, 5, UTC)]
    assert write_moments(moments) == [None if one is None else write_moment(one) for one in moments]
    assert write_days([date(2027, 5, 23), None]) == ["2027-05-23", None]
