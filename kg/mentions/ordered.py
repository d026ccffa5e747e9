"""Mentions in order of the text, looked up by position without walking through all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Placed)
_PLACE = attrgetter("start", "end")


class Ordered(Generic[T]):
    """Mentions sorted by where they start."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = tuple(sorted(items, key=_PLACE))
        self._starts = [i.start for i in self.items]
        self._longest = max([i.end - i.start for i in self.items], default=0)

    def and_(self, more: Sequence[T]) -> "Ordered[T]":
        """These and more of them."""
        return Ordered((*self.items, *more)) if more else self

    def within(self, start: int, end: int) -> list[T]:
        """Those that lie in [start, end)."""
        if not self.items:
            return []
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end, low)
        return [i for i in self.items[low:high] if i.end <= end] if low < high else []

    def around(self, start: int, end: int) -> list[T]:
        """Those that hold [start, end)."""
        if not self.items:
            return []
        low, high = bisect_left(self._starts, end - self._longest), bisect_right(self._starts, start)
        return [i for i in self.items[low:high] if i.end >= end]

    def touches(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with [start, end)."""
        low, high = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return any(i.end > start for i in self.items[low:high])
