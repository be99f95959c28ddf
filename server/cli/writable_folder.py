"""Whether a folder for letters or e-mails can be written to, checked before the first message."""

from pathlib import Path
from tempfile import TemporaryDirectory


def unwritable(folder: Path) -> str | None:
    """Why no file can be written to this folder, for the operator; None if one can.

    A file is written and removed again. The first delivery makes a missing folder, so its nearest existing
    parent is checked instead.
    """
    nearest = folder
    try:
        while not nearest.exists() and nearest != nearest.parent:
            nearest = nearest.parent
        if not nearest.is_dir():
            consequence = "" if nearest == folder else f"{folder} cannot be made: "
            return f"{consequence}{nearest} is a file"
        with TemporaryDirectory(prefix=".comptoir-doctor-", dir=nearest) as probe:
            (Path(probe) / "written").write_bytes(b"something")
    except OSError as error:
        action = "written to" if nearest == folder else f"made in {nearest}"
        return f"{folder} cannot be {action} ({error.strerror})"
    return None
