"""What a worker does for a request, and how it says no.

A job is a function of a module, `job(store, *plain arguments) -> Body`: it gets the graph and arguments that pickle,
and returns a media type and the bytes, or a function that writes them. It may raise `Refusal`. It runs in a process
that is killed at its limits, so it keeps nothing that others need.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from pyoxigraph import Store

Writer = Callable[[BinaryIO], object]
Body = tuple[str, bytes | Writer]


class Job(Protocol):
    """Named by its module and its name there; never a lambda."""

    __module__: str
    __qualname__: str

    def __call__(self, store: Store, /, *arguments: Any) -> Body: ...


class Refusal(Exception):
    """A request that is answered with an HTTP status of 400 or more. `message` says why, `hint` the way out."""

    def __init__(self, status: int, message: str, hint: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.hint = status, message, hint
        self.headers = dict(headers or {})

    @property
    def text(self) -> str:
        """The body of the answer: plain text, a line or two."""
        return f"{self.message}\n{self.hint}\n" if self.hint else f"{self.message}\n"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost. Times are in seconds, sizes in bytes."""

    timeout: float = 30.0  # from arrival to answer, waiting included
    memory: int = 1 << 30  # what a worker may take on top of the graph
    answer: int = 50_000_000
    query: int = 65_536
    quick: int = 8  # how many queries may be in their first moment at once
    long: int = 2  # how many may run on after it
    queue: int = 64  # how many may wait for either

    # No option: what these protect is the service itself.
    moment: float = field(default=0.02)  # the first moment of a query, in time of a processor
    stack: int = field(default=512 << 20)  # Oxigraph's parser and evaluator recurse

    @property
    def arrival(self) -> float:
        """Seconds that the head of a request has to arrive in, and then its body."""
        return min(10.0, self.timeout)


def name_of(job: Job) -> str:
    """`module:name`, by which the other process finds the job."""
    return f"{job.__module__}:{job.__qualname__}"
