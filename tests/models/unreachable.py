"""A database that cannot be reached, and waiting for the threads of connections that failed."""

import threading

UNREACHABLE_URL = "postgres://me@127.0.0.1:1/comptoir"


def wait_for_drivers() -> None:
    """aiosqlite does not wait for its thread to end when a file cannot be opened."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join()
