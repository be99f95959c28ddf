"""Responses that take at least a set time, so that their duration reveals nothing (P3, P7)."""

import asyncio


class ConstantTime:
    """A minimum duration of `seconds`, from its creation on."""

    def __init__(self, seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._until = self._loop.time() + seconds

    async def wait(self) -> None:
        """Wait until the minimum duration is over."""
        await asyncio.sleep(max(0.0, self._until - self._loop.time()))
