"""What is wrong in a file that an operator gives, and where."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong, and where: `line` counts from 1; `field` is a path such as representative.title."""

    line: int | None
    field: str
    message: str

    def text(self, path: Path | None) -> str:
        """Return it as compilers do: employers.json:12: siret: …"""
        place = f"{path}:{self.line}: " if path else ""
        return f"{place}{f'{self.field}: ' if self.field else ''}{self.message}"


class UnreadableFile(Exception):
    """The file holds no list of employers."""

    def __init__(self, *faults: FileFault) -> None:
        super().__init__()
        self.faults = faults
