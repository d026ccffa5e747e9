"""Spaces that stand for nothing: around the digits of a number or date (9 月 28 日), and a ? where a space was lost."""

import re
from collections.abc import Iterator

from kg.text.draft import Cut
from kg.text.script import HAN

_UNITS = "年月日号时点分亿万千百余多名个所项家人位场次届期篇门类元%"
_SPACES = re.compile(
    rf"(?<=[{HAN}]) {{1,2}}(?=\d{{1,8}}(?:[.,]\d{{1,4}})? {{1,2}}[{_UNITS}])"
    rf"|(?<=\d) {{1,2}}(?=[{_UNITS}])"
    r"|(?<=\d[年月]) {1,2}(?=\d{1,2} ?[月日])"
    rf"|(?<= )\?+(?=[{HAN}])"
)


def find_spaces(text: str) -> Iterator[Cut]:
    """What to drop from a text whose spaces are plain ones, in order."""
    return (Cut(*match.span()) for match in _SPACES.finditer(text))
