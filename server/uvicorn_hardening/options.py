"""uvicorn's protocol options, for the command line and for tests."""

from typing import Any

from server.uvicorn_hardening.http_protocol import HardenedHttpProtocol
from server.uvicorn_hardening.websocket_protocol import HardenedWebSocketProtocol

PROTOCOLS: dict[str, Any] = {
    "http": HardenedHttpProtocol,
    "ws": HardenedWebSocketProtocol,
    "ws_max_size": 65_536,
    # If compressed, hours of unread messages would fit into the machine's buffers.
    "ws_per_message_deflate": False,
}
