"""The "version sonore": an identifier spelled in French (G)."""

import wave
from io import BytesIO

import pytest

from server.voice.spelling import CHARACTERS, CLIPS, spell_identifier
from tests.client import Service
from tests.factories import House, a_house
from tests.server.rate_limits.cost_requests import SMALL

pytestmark = pytest.mark.one_database


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


def seconds(sound: bytes) -> float:
    with wave.open(BytesIO(sound), "rb") as opened:
        assert opened.getnchannels() == 1
        return opened.getnframes() / opened.getframerate()


def loudest(sound: bytes) -> int:
    with wave.open(BytesIO(sound), "rb") as opened:
        samples = memoryview(opened.readframes(opened.getnframes())).cast("h")
        return max(map(abs, samples))


@pytest.mark.parametrize("character", CHARACTERS)
def test_every_letter_and_digit_can_be_heard(character: str) -> None:
    clip = (CLIPS / f"{character}.wav").read_bytes()
    assert 0.1 < seconds(clip) < 1
    assert 2_000 < loudest(clip) < 32_767, "silent, or cut off"


def test_all_its_characters_are_said_one_after_the_other_with_pauses() -> None:
    clips = sum(seconds((CLIPS / f"{character}.wav").read_bytes()) for character in "JLO000439")
    assert seconds(spell_identifier("JLO000439")) == pytest.approx(clips + 6 * 0.15 + 3 * 0.6, abs=0.01)


async def test_a_signed_in_account_hears_an_identifier_in_either_case(service: Service, house: House) -> None:
    jean = (await service.browser(house.jean)).client
    response = await jean.get("/identifiants/spuy4c8mn.wav")
    assert (response.status_code, response.headers["content-type"]) == (200, "audio/wav")
    assert response.headers["cache-control"] == "no-store"
    assert response.content == spell_identifier("SPUY4C8MN")


@pytest.mark.parametrize("text", ["a", "JLO00043", "../clips/A", "É" * 9, "J" * 5000])
async def test_what_is_no_identifier_is_not_spelled(service: Service, house: House, text: str) -> None:
    jean = (await service.browser(house.jean)).client
    assert (await jean.get(f"/identifiants/{text}.wav")).status_code == 404


async def test_anonymous_callers_hear_nothing(service: Service) -> None:
    response = await (await service.stranger()).client.get("/identifiants/JLO000439.wav")
    assert (response.status_code, response.headers["content-type"]) == (401, "application/json")


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", slice(0, None)),
        ("bytes=0-1", slice(0, 2)),
        ("bytes=100-199", slice(100, 200)),
        ("bytes=-50", slice(-50, None)),
        ("bytes=44-99999999", slice(44, None)),
        ("BYTES=7-7", slice(7, 8)),
    ],
)
async def test_a_player_may_request_a_part(service: Service, house: House, header: str, part: slice) -> None:
    jean, whole = (await service.browser(house.jean)).client, spell_identifier("SPUY4C8MN")
    answer = await jean.get("/identifiants/SPUY4C8MN.wav", headers={"range": header})
    assert (answer.status_code, answer.content) == (206, whole[part])
    first, end, _ = part.indices(len(whole))
    assert answer.headers["content-range"] == f"bytes {first}-{end - 1}/{len(whole)}"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(end - first)


async def test_a_part_that_does_not_exist_is_refused_with_the_length(service: Service, house: House) -> None:
    jean, length = (await service.browser(house.jean)).client, len(spell_identifier("SPUY4C8MN"))
    for header in (f"bytes={length}-", "bytes=-0", f"bytes={10**18}-"):
        answer = await jean.get("/identifiants/SPUY4C8MN.wav", headers={"range": header})
        assert (answer.status_code, answer.content) == (416, b"")
        assert answer.headers["content-range"] == f"bytes */{length}"


@pytest.mark.parametrize("header", ["bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,3-4", "seconds=1-2", "x"])
async def test_a_range_that_is_none_brings_the_whole(service: Service, house: House, header: str) -> None:
    jean = (await service.browser(house.jean)).client
    answer = await jean.get("/identifiants/SPUY4C8MN.wav", headers={"range": header})
    assert (answer.status_code, answer.content) == (200, spell_identifier("SPUY4C8MN"))
    assert answer.headers["accept-ranges"] == "bytes"


async def test_a_part_of_another_sound_is_not_mixed_in(service: Service, house: House) -> None:
    jean = (await service.browser(house.jean)).client
    etag = (await jean.get("/identifiants/JLO000439.wav")).headers["etag"]
    for identifier, status in (("JLO000439", 206), ("SPUY4C8MN", 200)):
        headers = {"range": "bytes=0-9", "if-range": etag}
        assert (await jean.get(f"/identifiants/{identifier}.wav", headers=headers)).status_code == status


async def test_a_sound_that_a_browser_holds_is_not_sent_again(service: Service, house: House) -> None:
    jean = (await service.browser(house.jean)).client
    etag = (await jean.get("/identifiants/JLO000439.wav")).headers["etag"]
    for held, status in ((etag, 304), (f'"another", W/{etag}', 304), ("*", 304), ('"another"', 200)):
        answer = await jean.get("/identifiants/JLO000439.wav", headers={"if-none-match": held})
        assert (answer.status_code, bool(answer.content)) == (status, status == 200)


async def test_the_headers_alone_are_those_of_the_whole(service: Service, house: House) -> None:
    jean = (await service.browser(house.jean)).client
    answer = await jean.head("/identifiants/JLO000439.wav", headers={"range": "bytes=0-1"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) == len(spell_identifier("JLO000439"))


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_each_sound_is_charged_to_its_caller(served: Service, house: House) -> None:
    jean, sara = (await served.browser(house.jean)).client, (await served.browser(house.sara)).client
    statuses = [(await jean.get("/identifiants/SPUY4C8MN.wav")).status_code for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    refused = await jean.get("/identifiants/SPUY4C8MN.wav", headers={"range": "bytes=0-9"})
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 120
    assert (await sara.get("/identifiants/SPUY4C8MN.wav")).status_code == 200
