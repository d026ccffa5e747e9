"""The studio of a teacher, at the post of who heads it: 某省小学语文甲名师工作室领衔人甲, 工作室主持人乙.

A name of a person stands in its midst, over which no name of a body is read otherwise.
"""

import re

from kg.mentions.found import Found

HEADS = frozenset(("主持人", "领衔人", "领衔名师"))
_STUDIO = "工作室"
_LONGEST = 30  # characters
_EDGE = "，。；：、！？\n （）“”和与及由"


def studio(found: Found, person: str, edge: int) -> tuple[int, str] | None:
    """Where the studio that ends at a post begins and its name: as it stands there, or the one of the page that bears the person's name."""
    text = found.page.text
    end = edge - (text[edge - 1 : edge] == "”")
    if not text.endswith(_STUDIO, 0, end):
        return None
    start = _start(text, end)
    name = text[start:end]
    if person in name:
        return start, name
    whole = re.search(f"{re.escape(person)}[一-鿿]{{0,8}}?{_STUDIO}", text)
    if whole is not None and len(name) < len(person) + len(whole.group()):
        return start, text[_start(text, whole.start()) : whole.end()]
    return (start, name) if name != _STUDIO else None


def _start(text: str, end: int) -> int:
    start = end
    while start > max(0, end - _LONGEST) and text[start - 1] not in _EDGE:
        start -= 1
    return start
