"""Where servers of the tests can listen."""

import socket


def free_port() -> int:
    """Of 127.0.0.1; nobody listens there now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
