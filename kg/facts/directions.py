"""The numbered points that a speaker sets out: 一是…；二是…；三是…"""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.mentions.found import Found
from kg.model import Direction, Kind, LineRole, Ref

_FAR = 2000  # characters within which the next point follows
_NUMERALS = "一二三四五六七八九十"
_POINT = re.compile(rf"(?P<n>[{_NUMERALS}])(?<![第每十{_NUMERALS}].)(?:是要?|要)(?=[^，。；]{{2}})")

_ANY = re.compile(rf"[{_NUMERALS}](?:是|要)")


def directions(found: Found, events: Gatherings) -> Iterator[Direction]:
    """Each point with its speaker, the person named last before it in its paragraph; a list that does not begin with 一 is none."""
    text = found.page.text
    expected, last_paragraph, speaker = 1, -1, None
    for sentence in found.page.sentences if _ANY.search(text) else ():
        if sentence.role is not LineRole.BODY:
            continue
        points = list(_POINT.finditer(text, sentence.start, sentence.end))
        for i, m in enumerate(points):
            ordinal = _NUMERALS.index(m["n"]) + 1
            if ordinal == 1:
                speaker = _speaker(found, m.start())
                if len(points) == 1 and not _goes_on(found, m.end()):
                    speaker = None
            elif ordinal != expected or sentence.paragraph != last_paragraph:
                speaker = None
            if speaker is None:
                continue
            end = points[i + 1].start() if i + 1 < len(points) else sentence.end
            while end > m.end() and text[end - 1] in "；。，、 ;":
                end -= 1
            yield Direction(
                (found.page.span(m.start(), end),), "numbered point", Ref(Kind.PERSON, speaker), ordinal, text[m.end() : end],
                now.name if (now := events.current(m.start())) else None,
            )  # fmt: skip
            expected, last_paragraph = ordinal + 1, sentence.paragraph


def _goes_on(found: Found, end: int) -> bool:
    """Whether 二是 or 二要 follows in the same paragraph."""
    stop = found.page.text.find("\n", end, end + _FAR)
    return re.search("二(?:是|要)", found.page.text[end : stop if stop > 0 else end + _FAR]) is not None


def _speaker(found: Found, position: int) -> str | None:
    """The person named last before a position in its paragraph; 总书记 is quoted, not speaking."""
    near = found.people_index.within(found.paragraph_start(position), position)
    named = [n.text for n in near if not found.page.text.startswith("总书记", n.end)]
    return named[-1] if named else None
