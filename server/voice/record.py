"""Records the clips of the "version sonore": `python -m server.voice.record`.

It needs espeak-ng; the service does not. Each of A–Z and 0–9 is spoken in French, 22,050 Hz, 16 bits, mono,
with the silence around it removed.
"""

import array
import shutil
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

from server.voice.spelling import CHARACTERS, CLIPS

_QUIET = 300
"""Samples below this, of 32,767, are silence."""


def main() -> None:
    program = shutil.which("espeak-ng") or sys.exit("espeak-ng is not on PATH")
    for character in CHARACTERS:
        with tempfile.NamedTemporaryFile(suffix=".wav") as spoken:
            options = ["-v", "fr", "-s", "130", "-w", spoken.name, character]
            subprocess.run([program, *options], check=True)  # noqa: S603
            _trim(Path(spoken.name), CLIPS / f"{character}.wav")


def _trim(spoken: Path, clip: Path) -> None:
    with wave.open(str(spoken), "rb") as source, wave.open(str(clip), "wb") as written:
        samples = array.array("h", source.readframes(source.getnframes()))
        audible = [place for place, sample in enumerate(samples) if abs(sample) > _QUIET]
        written.setparams(source.getparams())
        written.writeframes(samples[audible[0] : audible[-1] + 1].tobytes())


if __name__ == "__main__":
    main()
