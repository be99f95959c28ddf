"""The machine that figures come from, in one line."""

import os
import platform
from pathlib import Path


def machine() -> str:
    """Return the processor, its cores, the memory, the system and the version of Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {_system()}, "
        f"Linux {platform.release()}, Python {platform.python_version()}"
    )


def load_average() -> float:
    """Return how many processes were running or waiting to run during the last minute."""
    return os.getloadavg()[0]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _system() -> str:
    release = platform.freedesktop_os_release()
    return release.get("PRETTY_NAME", "Linux")
