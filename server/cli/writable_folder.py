"""Whether what is delivered to a folder could be written there, found out before the first message."""

from pathlib import Path
from tempfile import TemporaryDirectory


def unwritable(folder: Path) -> str | None:
    """Why no file can be put in this folder, for its operator; None if one can.

    It is tried: what is written is taken away again. A folder that is not there yet is made by the first
    delivery, so its nearest parent is tried in its stead.
    """
    nearest = folder
    try:
        while not nearest.exists() and nearest != nearest.parent:
            nearest = nearest.parent
        if not nearest.is_dir():
            consequence = "" if nearest == folder else f"{folder} cannot be made: "
            return f"{consequence}{nearest} is a file"
        with TemporaryDirectory(prefix=".comptoir-doctor-", dir=nearest) as made:
            (Path(made) / "written").write_bytes(b"something")
    except OSError as error:
        done = "written to" if nearest == folder else f"made in {nearest}"
        return f"{folder} cannot be {done} ({error.strerror})"
    return None
