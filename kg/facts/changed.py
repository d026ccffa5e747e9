"""What a change is of, where that is said in the clause before it, and the number that it starts from: 辍学人数，已由29万减少至2万."""

import re
from collections.abc import Sequence

from kg.facts.count_words import is_metric
from kg.facts.counted import Counted
from kg.facts.counted_before import noun_before
from kg.facts.outcome_scope import Clause, starts_at
from kg.mentions.quantity import Quantity

_ONLY = re.compile("(?:已经?|则|也|均|都|分别|逐步|逐年|进一步|又|更|现|目前)*")
_GOES_ON = re.compile("，(?:[^，。；0-9]{0,6})(?:提[高升]|增[加长至]|上升|下降|降[低至]|减少|扩大|达到?|升至)")


def changing_rate(text: str, parts: Sequence[Clause], at: int, start: int) -> Counted | None:
    """The rate or number of people of the clause before, where nothing but an adverb stands before a change."""
    if at == 0 or parts[at].fresh or _ONLY.fullmatch(text, parts[at].start, start) is None:
        return None
    before = noun_before(text, parts[at - 1].start, parts[at - 1].end)
    return before if before and not before.verbal and is_metric(before.what) else None


def dated_base(text: str, begin: int, number: Quantity) -> Counted | None:
    """What a number is of from which a change starts that the next clause tells: 毛入学率从2012年的64.5%，提高了27.5个百分点."""
    if _GOES_ON.match(text, number.end) is None:
        return None
    start = starts_at(text, begin, number)
    return noun_before(text, begin, start) if start is not None and begin < start else None
