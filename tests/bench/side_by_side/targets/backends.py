"""The PostgreSQL processes that work for one target: found by the sockets that it holds."""

import os
from collections.abc import Iterator, Set
from contextlib import suppress
from pathlib import Path
from typing import Any

import asyncpg

from models.database import Dialect, asyncpg_credentials
from tests.bench.side_by_side.rows.load import Loaded

_INODE, _LOCAL = 9, 1
"""Columns of /proc/net/tcp."""


async def backends_of(pid: int, loaded: Loaded) -> list[int]:
    """Return the processes of PostgreSQL that this process is connected to; none on SQLite."""
    if loaded.dialect is Dialect.SQLITE:
        return []
    connection: Any = await asyncpg.connect(**asyncpg_credentials(loaded.url))
    try:
        rows = await connection.fetch(
            "SELECT pid FROM pg_stat_activity WHERE client_port = ANY ($1::int[])", list(_local_ports(pid))
        )
    finally:
        await connection.close()
    return [row["pid"] for row in rows]


def _local_ports(pid: int) -> Iterator[int]:
    """Yield the local ports of the TCP sockets that a process holds."""
    held = _sockets(pid)
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text().splitlines()[1:]:
            columns = line.split()
            if columns[_INODE] in held:
                yield int(columns[_LOCAL].rpartition(":")[2], 16)


def _sockets(pid: int) -> Set[str]:
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            name = os.readlink(descriptor)
            if name.startswith("socket:["):
                inodes.add(name[len("socket:[") : -1])
    return inodes
