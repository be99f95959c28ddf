"""How uvicorn is set up, for the command line and for tests alike."""

from typing import Any

from server.uvicorn_hardening.http_protocol import HardenedHttpProtocol
from server.uvicorn_hardening.websocket_protocol import HardenedWebSocketProtocol

PROTOCOLS: dict[str, Any] = {
    "http": HardenedHttpProtocol,
    "ws": HardenedWebSocketProtocol,
    "ws_max_size": 65_536,
    # Compressed, what a subscriber does not read would fit into the buffers of the machine for hours.
    "ws_per_message_deflate": False,
}
