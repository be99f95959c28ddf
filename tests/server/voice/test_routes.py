"""The "version sonore": an identifier spelled in French (G)."""

import wave
from io import BytesIO

import pytest

from server.voice.spelling import CHARACTERS, CLIPS, spell_identifier
from tests.client import Service
from tests.factories import House, a_house


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
