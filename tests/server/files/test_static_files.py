"""Static files: the smallest form that a browser accepts, made with the build; parts, ETags and caching."""

import gzip
from pathlib import Path

import pytest
from httpx2 import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette
from starlette.routing import Mount

from server.files.static_files import IMMUTABLE, StaticFolder, content_coding
from server.panel import BUILT
from tests.client import Service

pytestmark = pytest.mark.one_database

TEXT = b"const words = ['bonjour'];\n" * 100
GZIPPED = gzip.compress(TEXT, mtime=0)
BROTLI = b"a brotli stream, as far as these tests go"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("index-Cg9r5Q7j.js", "plain.js"):
        (tmp_path / name).write_bytes(TEXT)
        (tmp_path / f"{name}.gz").write_bytes(GZIPPED)
        (tmp_path / f"{name}.br").write_bytes(BROTLI)
    (tmp_path / "font-CXgNM06D.woff2").write_bytes(TEXT)
    return tmp_path


async def fetched(
    folder: Path, name: str = "index-Cg9r5Q7j.js", coding: str = "", method: str = "GET", **headers: str
) -> tuple[Response, bytes]:
    """The response, and its body as it was sent."""
    app = Starlette(routes=[Mount("/assets", StaticFolder(directory=folder))])
    sent = {"accept-encoding": coding, **{name.replace("_", "-"): value for name, value in headers.items()}}
    async with (
        AsyncClient(transport=ASGITransport(app), base_url="http://comptoir.test") as client,
        client.stream(method, f"/assets/{name}", headers=sent) as answer,
    ):
        return answer, b"".join([part async for part in answer.aiter_raw()])


@pytest.mark.parametrize(
    ("accepted", "coding", "body"),
    [
        ("", None, TEXT),
        ("identity", None, TEXT),
        ("deflate", None, TEXT),
        ("gzip", "gzip", GZIPPED),
        ("GZIP", "gzip", GZIPPED),
        ("gzip, deflate, br, zstd", "br", BROTLI),
        ("*", "br", BROTLI),
        ("br;q=0, gzip", "gzip", GZIPPED),
        ("br;q=0.5, gzip;q=0.8", "gzip", GZIPPED),
        ("gzip;q=0.5, identity", None, TEXT),
        ("gzip;q=0", None, TEXT),
    ],
)
async def test_a_file_is_sent_in_the_smallest_form_that_is_accepted(
    folder: Path, accepted: str, coding: str | None, body: bytes
) -> None:
    answer, sent = await fetched(folder, coding=accepted)
    assert (answer.status_code, answer.headers.get("content-encoding"), sent) == (200, coding, body)
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-length"] == str(len(body))
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["accept-ranges"] == "bytes"
    head, nothing = await fetched(folder, coding=accepted, method="HEAD")
    assert (head.headers, nothing) == (answer.headers, b"")


async def test_each_form_has_an_etag_of_its_own_with_which_it_is_not_sent_again(folder: Path) -> None:
    etags = set()
    for coding in ("br", "gzip", ""):
        etag = (await fetched(folder, coding=coding))[0].headers["etag"]
        assert not etag.startswith("W/")
        etags.add(etag)
        unchanged, nothing = await fetched(folder, coding=coding, if_none_match=etag)
        assert (unchanged.status_code, nothing) == (304, b"")
        assert unchanged.headers["etag"] == etag
        assert unchanged.headers["vary"] == "Accept-Encoding"
        assert unchanged.headers["cache-control"] == IMMUTABLE
    assert len(etags) == 3
    assert {(await fetched(folder, coding="br", if_none_match=etag))[0].status_code for etag in etags} == {
        200,
        304,
    }


@pytest.mark.parametrize(("coding", "body"), [("", TEXT), ("gzip", GZIPPED), ("br", BROTLI)])
async def test_a_part_is_one_of_the_form_that_is_sent(folder: Path, coding: str, body: bytes) -> None:
    for header, part in (("bytes=3-9", body[3:10]), ("bytes=5-", body[5:]), ("bytes=-4", body[-4:])):
        answer, sent = await fetched(folder, coding=coding, range=header)
        assert (answer.status_code, sent) == (206, part)
        start = body.index(part)
        expected = f"bytes {start}-{start + len(part) - 1}/{len(body)}"
        if header != "bytes=3-9" and coding == "":
            start = len(body) - len(part)
            expected = f"bytes {start}-{len(body) - 1}/{len(body)}"
        assert answer.headers["content-range"] == expected
    etag = answer.headers["etag"]
    assert (await fetched(folder, coding=coding, range="bytes=0-1", if_range=etag))[0].status_code == 206
    other, whole = await fetched(folder, coding=coding, range="bytes=0-1", if_range='"another"')
    assert (other.status_code, whole) == (200, body)
    beyond, _ = await fetched(folder, coding=coding, range=f"bytes={len(body)}-")
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{len(body)}")


@pytest.mark.parametrize("header", ["bytes=", "bytes=a-b", "lines=1-2", "bytes=9-3", "bytes=0-1,4-5", "5"])
async def test_what_is_no_range_of_bytes_is_ignored(folder: Path, header: str) -> None:
    answer, sent = await fetched(folder, range=header)
    assert (answer.status_code, sent) == (200, TEXT)


async def test_only_names_that_change_with_the_content_are_kept_for_ever(folder: Path) -> None:
    for name in ("index-Cg9r5Q7j.js", "font-CXgNM06D.woff2"):
        assert (await fetched(folder, name))[0].headers["cache-control"] == IMMUTABLE
    assert (await fetched(folder, "plain.js"))[0].headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["index-Cg9r5Q7j.js.br", "index-Cg9r5Q7j.js.gz", "missing.js", "../x"])
async def test_compressed_forms_have_no_address_of_their_own(folder: Path, name: str) -> None:
    assert (await fetched(folder, name))[0].status_code == 404


def test_of_equal_codings_the_smaller_is_sent() -> None:
    assert content_coding("gzip, br", ["br", "gzip"]) == "br"
    assert content_coding("x-gzip", ["br", "gzip"]) == "gzip"
    assert content_coding("gzip, br", []) is None


def test_the_build_has_compressed_what_gets_smaller_by_it() -> None:
    texts = [path for path in BUILT.rglob("*") if path.suffix in {".js", ".css", ".html", ".svg"}]
    assert texts
    for path in texts:
        if path.stat().st_size > 1_000:
            assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == path.read_bytes(), path
            assert Path(f"{path}.br").stat().st_size < Path(f"{path}.gz").stat().st_size, path
    assert not [path for path in BUILT.rglob("*") if ".woff2." in path.name]


async def test_the_panel_s_page_icon_and_scripts_are_sent_compressed(service: Service) -> None:
    browser = (await service.stranger()).client
    for address in ("/", "/favicon.svg", f"/assets/{next(BUILT.glob('assets/index-*.js')).name}"):
        answer = await browser.get(address, headers={"accept-encoding": "gzip"})
        assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept-Encoding")


async def test_the_headers_alone_are_those_of_the_whole_file(folder: Path) -> None:
    answer, sent = await fetched(folder, method="HEAD", range="bytes=0-1")
    assert (answer.status_code, sent, answer.headers["content-length"]) == (200, b"", str(len(TEXT)))
