"""Ids are opaque, each of one kind, and only those that the service wrote are accepted."""

import base64

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from schema.ids import Kind, decode_any, decode_id, encode_id


def forged(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("key", [1, 42, 2**63 - 1])
def test_an_id_is_read_as_it_was_written(kind: Kind, key: int) -> None:
    assert decode_any(encode_id(kind, key)) == (kind, key)
    assert decode_id(kind, encode_id(kind, key)) == key


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1",
        "é",
        "????",
        "=" * 8,
        "A" * 10_000,
        forged("Account"),
        forged("Account:"),
        forged("Account:0"),
        forged("Account:-1"),
        forged("Account:+1"),
        forged("Account:01"),
        forged("Account: 1"),
        forged("Account:1_0"),
        forged("Account:1.0"),
        forged("Account:\u0661"),
        forged(f"Account:{2**63}"),
        forged("Account:" + "9" * 5_000),
        forged("account:1"),
        forged("Partner:1"),
        encode_id(Kind.ACCOUNT, 1) + "=",
        encode_id(Kind.ACCOUNT, 1) + "\n",
    ],
)
def test_what_was_not_written_here_is_no_id(value: str) -> None:
    assert decode_any(value) is None


@pytest.mark.parametrize("value", ["garbage", encode_id(Kind.EMPLOYER, 1)])
def test_an_id_of_another_kind_is_refused_under_its_field(value: str) -> None:
    with pytest.raises(Refused) as refused:
        decode_id(Kind.ACCOUNT, value, "ids", "3")
    (refusal,) = refused.value.refusals
    assert (refusal.code, refusal.field) == (ErrorCode.INVALID, ("ids", "3"))
