"""Answers that come no sooner than a set time: nothing can be read from how long they took (P3, P7)."""

import asyncio


class ConstantTime:
    """Begins when it is made."""

    def __init__(self, seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._until = self._loop.time() + seconds

    async def keep(self) -> None:
        """Wait for what is left of the time; not at all if it has passed."""
        await asyncio.sleep(max(0.0, self._until - self._loop.time()))
