"""A body in another coding than UTF-8 as it is gets an answer that says so, wherever bodies are read."""

import gzip
import json
import zlib

import pytest

from tests.client import Service
from tests.nothing_written import nothing_is_written

pytestmark = pytest.mark.one_database

QUERY = json.dumps({"query": "{ viewer { kind } }"})
FORM = b"grant_type=client_credentials"
JSON_TYPE, FORM_TYPE = "application/json", "application/x-www-form-urlencoded"
PLACES = [("/graphql", JSON_TYPE, QUERY.encode()), ("/oauth/token", FORM_TYPE, FORM)]


@pytest.mark.parametrize(("address", "kind", "body"), PLACES)
@pytest.mark.parametrize(
    "coding", ["gzip", "GZIP", "br", "deflate", "zstd", "gzip, br", "identity, gzip", "x"]
)
async def test_a_coded_body_is_415_and_says_so(
    service: Service, address: str, kind: str, body: bytes, coding: str
) -> None:
    client = (await service.stranger()).client
    for content in (body, gzip.compress(body), zlib.compress(body)):
        headers = {"content-type": kind, "content-encoding": coding}
        async with nothing_is_written():
            answer = await client.post(address, content=content, headers=headers)
        assert answer.status_code == 415
        assert "Content-Encoding" in answer.text
        assert answer.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize(("address", "kind", "body"), PLACES)
@pytest.mark.parametrize(
    ("charset", "status"),
    [("iso-8859-1", 415), ('"Windows-1252"', 415), ("utf-16", 415), ("UTF-8", None), ('"utf-8"', None)],
)
async def test_another_charset_than_utf_8_is_415_and_says_so(
    service: Service, address: str, kind: str, body: bytes, charset: str, status: int | None
) -> None:
    client = (await service.stranger()).client
    headers = {"content-type": f"{kind}; charset={charset}"}
    async with nothing_is_written():
        answer = await client.post(address, content=body, headers=headers)
    assert (answer.status_code == 415) is (status == 415)
    assert ("Only UTF-8" in answer.text) is (status == 415)


@pytest.mark.parametrize(("address", "kind", "body"), PLACES)
@pytest.mark.parametrize(
    ("before", "words"),
    [
        (b"\xef\xbb\xbf", "byte order mark"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
        (b"\x00\x00\xfe\xff", "UTF-32"),
    ],
)
async def test_a_byte_order_mark_is_400_and_says_so(
    service: Service, address: str, kind: str, body: bytes, before: bytes, words: str
) -> None:
    client = (await service.stranger()).client
    async with nothing_is_written():
        answer = await client.post(address, content=before + body, headers={"content-type": kind})
    assert answer.status_code == 400
    assert words in answer.text


@pytest.mark.parametrize(("address", "kind", "body"), PLACES)
async def test_a_compressed_body_that_does_not_say_so_is_400_and_says_so(
    service: Service, address: str, kind: str, body: bytes
) -> None:
    client = (await service.stranger()).client
    answer = await client.post(address, content=gzip.compress(body), headers={"content-type": kind})
    assert answer.status_code == 400
    assert "gzip" in answer.text


@pytest.mark.parametrize("coding", ["identity", "Identity", ""])
async def test_a_body_that_comes_as_it_is_is_read(service: Service, coding: str) -> None:
    client = (await service.stranger()).client
    headers = {"content-type": JSON_TYPE, "content-encoding": coding}
    answer = await client.post("/graphql", content=QUERY, headers=headers)
    assert answer.json()["data"] == {"viewer": {"kind": "ANONYMOUS"}}
