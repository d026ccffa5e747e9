"""Places of one kind, and a bounded queue for them."""

import asyncio
from collections import deque


class Busy(Exception):
    """There was no place in time."""


class Lane:
    """`places` may be taken at once, `queue` may wait; who waits longest is next."""

    def __init__(self, places: int, queue: int) -> None:
        self.places, self.queue, self.taken = places, queue, 0
        self.waiting: deque[asyncio.Future[None]] = deque()

    def enter_now(self) -> bool:
        """Take a place if one is free and nobody waits for it."""
        if self.taken >= self.places:
            return False
        self.taken += 1
        return True

    async def enter(self, deadline: float) -> None:
        """Wait for a place; raises Busy where too many wait already, TimeoutError at the deadline."""
        if self.enter_now():
            return
        if len(self.waiting) >= self.queue:
            raise Busy
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(turn)
        try:
            async with asyncio.timeout_at(deadline):
                await turn
        except TimeoutError:
            self._forget(turn)
            raise Busy from None
        except asyncio.CancelledError:
            self._forget(turn)
            raise

    def _forget(self, turn: asyncio.Future[None]) -> None:
        if turn in self.waiting:
            self.waiting.remove(turn)
        elif turn.done() and not turn.cancelled():
            self.leave()

    def leave(self) -> None:
        """Give the place to who waits longest."""
        while self.waiting:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.taken -= 1
