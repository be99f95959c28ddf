"""Why the database failed, in one line for an operator: without addresses, names and passwords."""

import socket
import sqlite3
from collections.abc import Iterator

import asyncpg
from asyncpg import exceptions as postgresql

_NOT_MIGRATED = "it is not migrated: run 'comptoir migrate'"
_NO_RIGHTS = "permission denied: the role has to own the database, or its schema 'public'"
_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (postgresql.InvalidCatalogNameError, "it does not exist: create it first, empty"),
    (postgresql.InvalidPasswordError, "the role or its password is refused"),
    (postgresql.InvalidAuthorizationSpecificationError, "the role may not connect"),
    (postgresql.InsufficientPrivilegeError, _NO_RIGHTS),
    (postgresql.UndefinedTableError, _NOT_MIGRATED),
    (postgresql.UndefinedColumnError, _NOT_MIGRATED),
    (postgresql.TooManyConnectionsError, "it has too many connections"),
    (postgresql.QueryCanceledError, "it cancelled a statement that took too long"),
    (postgresql.ReadOnlySQLTransactionError, "it can only be read"),
    (ConnectionRefusedError, "connection refused: no server listens at its address"),
    (socket.gaierror, "its host is unknown"),
    (TimeoutError, "it does not answer in time"),
    (PermissionError, "permission denied: its folder or file cannot be written to"),
)
_SQLITE_CAUSES = (
    ("no such table", _NOT_MIGRATED),
    ("no such column", _NOT_MIGRATED),
    ("unable to open", "its file cannot be opened: look at the folder and who owns it"),
    ("readonly", "permission denied: its file cannot be written to"),
    ("locked", "another process keeps it locked"),
    ("not a database", "its file is no SQLite database"),
)


def failure_line(error: BaseException) -> str:
    """Return one line with the cause, or with the kinds of the errors if it is none of those known."""
    errors = list(_chain(error))
    for one in errors:
        for kind, cause in _CAUSES:
            if isinstance(one, kind):
                return f"the database: {cause}"
        if isinstance(one, sqlite3.DatabaseError):
            for text, cause in _SQLITE_CAUSES:
                if text in str(one):
                    return f"the database: {cause}"
    kinds = [one for one in errors if isinstance(one, asyncpg.PostgresError | sqlite3.Error | OSError)]
    return f"the database does not answer, or fails ({type((kinds or [error])[0]).__name__})"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and what it was raised from, the deepest first; Tortoise hides one as an argument."""
    inner = error.__cause__ or error.__context__
    hidden = [one for one in error.args if isinstance(one, BaseException) and one is not inner]
    members = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for one in (*([inner] if inner else []), *hidden, *members):
        yield from _chain(one)
    yield error
