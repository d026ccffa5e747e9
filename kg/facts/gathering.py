"""One event of an article."""

from dataclasses import dataclass

from kg.mentions.date import Day


@dataclass(frozen=True, slots=True)
class Gathering:
    """One event: its fullest name, other names, where it is named (repaired offsets), and what is said of its taking place."""

    name: str
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    day: Day | None
    place: tuple[int, int] | None
    hosts: tuple[int, int] | None
    said: tuple[int, int]
    rule: str
