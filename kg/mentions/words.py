"""Where words begin and end, as a dictionary segmenter sees it.

The segmenter (jieba's dictionary, through rjieba) is evidence for boundaries and no more: its tags are noisy on names, so
rules ask our own lexicons first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import rjieba


@dataclass(frozen=True)
class Words:
    """The words of a text: `starts[i]`, `ends[i]` are repaired offsets, `tags[i]` the segmenter's part of speech."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]

    @cached_property
    def initials(self) -> list[str]:
        """The first character of each word."""
        text = self.text
        return [text[start] for start in self.starts]

    @cached_property
    def index(self) -> dict[int, int]:
        """Where each word starts → its index."""
        return dict(zip(self.starts, range(len(self.starts)), strict=True))

    @cached_property
    def kinds(self) -> list[str]:
        """The first two letters of each word's tag."""
        return [tag[:2] for tag in self.tags]

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """Every offset at which a word starts or ends."""
        return frozenset((0, *self.ends))

    def ending_before(self, position: int) -> int:
        """The index of the last word that starts before `position` (-1 if none)."""
        return bisect_left(self.starts, position) - 1

    def at(self, position: int) -> int:
        """The index of the word that covers `position`."""
        return bisect_right(self.starts, position) - 1

    def divided(self, positions: Iterable[int]) -> "Words":
        """The same words, divided where one of `positions` lies inside (北京大学党委|书记 is one word to the segmenter)."""
        inside = sorted({p for p in positions if p not in self.boundaries})
        if not inside:
            return self
        starts, ends = sorted((*self.starts, *inside)), sorted((*self.ends, *inside))
        tags: list[str] = []
        done = 0
        for index in map(self.at, inside):
            tags += self.tags[done : index + 1]
            done = index  # its other part has the same tag
        return Words(self.text, tuple(starts), tuple(ends), (*tags, *self.tags[done:]))

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]


def cut(text: str) -> Words:
    """Cut a repaired text into words."""
    pieces = rjieba.tag(text)
    if not pieces:
        return Words(text, (), (), ())
    ends = tuple(accumulate([len(word) for word, _ in pieces]))
    return Words(text, (0, *ends[:-1]), ends, tuple([tag for _, tag in pieces]))
