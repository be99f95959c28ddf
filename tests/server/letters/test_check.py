"""What `comptoir doctor` checks of letters: the template and its fonts."""

from pathlib import Path

from typst import Fonts

from server.letters.check import findings
from server.letters.render import TEMPLATE


def test_the_doctor_finds_nothing_when_all_is_there() -> None:
    assert findings() == []


def test_the_doctor_finds_a_template_that_is_missing(tmp_path: Path) -> None:
    assert findings(tmp_path / "letter.typ") == [f"the template {tmp_path / 'letter.typ'} is missing"]


def test_the_doctor_finds_a_template_that_does_not_compile(tmp_path: Path) -> None:
    broken = tmp_path / "letter.typ"
    broken.write_text("#nothing", encoding="utf-8")
    assert findings(broken) == [f"the template {broken} does not compile: unknown variable: nothing"]


def test_the_doctor_finds_a_font_that_the_template_names_and_is_missing(tmp_path: Path) -> None:
    other = tmp_path / "letter.typ"
    text = TEMPLATE.read_text(encoding="utf-8").replace("Libertinus Serif", "Marianne")
    other.write_text(text, encoding="utf-8")
    assert findings(other) == [f"the template {other}: unknown font family: marianne"]


def test_the_doctor_finds_fonts_that_are_missing() -> None:
    faults = findings(known=Fonts(include_system_fonts=False, include_embedded_fonts=False))
    assert faults[:2] == ["the font Libertinus Serif is missing", "the font DejaVu Sans Mono is missing"]
