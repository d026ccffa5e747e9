"""A connection as uvicorn has it, with less patience: half a request and an unread answer hold nothing for long."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

UNREAD_SECONDS = 30.0  # for a client to read on


def connection(head_seconds: float) -> type["Connection"]:
    """The class of connections on which the head of a request has so long to arrive."""
    return type("Connection", (Connection,), {"head_seconds": head_seconds})


class Connection(H11Protocol):
    """Closes itself where the head of a request doesn't come in time, or nobody reads what is sent."""

    head_seconds = 10.0
    late: asyncio.TimerHandle | None = None
    unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self._wait_for_head()
        else:
            self._in_time()

    def connection_lost(self, exc: Exception | None) -> None:
        self._in_time()
        self._read_on()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._read_on()
        self.unread = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._read_on()

    def _wait_for_head(self) -> None:
        if self.late is None:  # begun once, not with every byte
            self.late = self.loop.call_later(self.head_seconds, self._give_up)

    def _give_up(self) -> None:
        self.late = None
        if self.conn.their_state is h11.IDLE and (self.cycle is None or self.cycle.response_complete):
            self.transport.abort()

    def _in_time(self) -> None:
        if self.late is not None:
            self.late.cancel()
            self.late = None

    def _read_on(self) -> None:
        if self.unread is not None:
            self.unread.cancel()
            self.unread = None
