"""A text under repair: characters are dropped or exchanged one for one, and the way back is kept."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Cut(NamedTuple):
    """The characters [start, end) give way to `instead`: nothing, or one character."""

    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """`offsets[i]` is the index in the original of the character that became `text[i]`; strictly rising."""

    text: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, original: str) -> "Draft":
        """The text as it is."""
        return cls(original, range(len(original)))

    def without(self, cuts: Iterable[Cut]) -> "Draft":
        """The draft after these cuts, which stand in order and do not overlap."""
        pieces: list[str] = []
        offsets = array("I")
        done = 0
        for cut in cuts:
            pieces.append(self.text[done : cut.start])
            offsets.extend(self.offsets[done : cut.start])
            if cut.instead:
                pieces.append(cut.instead)
                offsets.append(self.offsets[cut.start])
            done = cut.end
        if not done:
            return self
        pieces.append(self.text[done:])
        offsets.extend(self.offsets[done:])
        return Draft("".join(pieces), offsets)

    def exchanged(self, text: str) -> "Draft":
        """The draft with other characters in the same places."""
        if len(text) != len(self.text):
            raise ValueError(f"an exchange that changes the length: {len(self.text)} → {len(text)}")
        return Draft(text, self.offsets)
