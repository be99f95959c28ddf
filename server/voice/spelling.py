"""Spells an identifier in French: joins clips, with a longer pause after every third character (G)."""

import string
import wave
from functools import cache
from io import BytesIO
from pathlib import Path

CLIPS = Path(__file__).parent / "clips"
CHARACTERS = string.ascii_uppercase + string.digits
RATE = 22_050
"""Samples a second, of 16 bits, mono."""
_PAUSE, _LONG_PAUSE = 0.15, 0.6
"""Seconds."""


def spell_identifier(identifier: str) -> bytes:
    """Return a WAV file. `identifier` has letters A–Z and digits only."""
    sound = BytesIO()
    with wave.open(sound, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        for place, character in enumerate(identifier, 1):
            written.writeframes(_clip(character))
            written.writeframes(_silence(_PAUSE if place % 3 else _LONG_PAUSE))
    return sound.getvalue()


@cache
def _clip(character: str) -> bytes:
    with wave.open(str(CLIPS / f"{character}.wav"), "rb") as clip:
        return clip.readframes(clip.getnframes())


def _silence(seconds: float) -> bytes:
    return bytes(2 * int(RATE * seconds))
