"""The association or group of schools that a sentence means without its name."""

import re

from kg.mentions.body import Body
from kg.mentions.found import Found

GROUPS = ("联盟", "集团", "联合体", "共同体", "协会", "学会", "联合会", "商会", "协作体", "医联体")


def is_group(body: Body) -> bool:
    """Whether a body is one that has members."""
    return body.text.endswith(GROUPS) or body.group == "Alliance"


def groups_before(found: Found, position: int, paragraphs: int = 0) -> list[Body]:
    """The associations named before a position, in its paragraph or some paragraphs before."""
    near = found.body_index.within(found.paragraph_start(position, paragraphs), position)
    return [b for b in near if is_group(b)]


def group_before(found: Found, position: int, paragraphs: int = 0) -> Body | None:
    """The one of them that is named last."""
    return next(reversed(groups_before(found, position, paragraphs)), None)


_OF_SCHOOLS = ("教育集团", "职教集团", "办学集团", "联盟", "共同体", "联合体")


def school_group(found: Found, position: int) -> Body | None:
    """The group of schools named last before a position in its paragraph, or as the heading above."""
    near = found.body_index.within(found.paragraph_start(position), position)
    groups = [b for b in near if b.text.endswith(_OF_SCHOOLS)]
    return groups[-1] if groups else _heading(found, position) or _pointed(found, position)


_THIS_GROUP = re.compile("(?:这个|该|本)(?:教育|办学)?(?:集团|联盟|共同体)")


def _pointed(found: Found, position: int) -> Body | None:
    """The group that 这个集团 in the sentence of a position, or in the one before, means: the last one that the paragraph before names."""
    sentence = found.sentence_at(position)
    if sentence is None or not _THIS_GROUP.search(found.page.text, sentence.start, position):
        return None
    near = found.body_index.within(found.paragraph_start(position, 1), position)
    groups = [b for b in near if b.text.endswith(_OF_SCHOOLS)]
    return groups[-1] if groups else None


def _heading(found: Found, position: int) -> Body | None:
    """The association whose name alone is the paragraph before that of a position."""
    start, stop = found.paragraph_start(position, 1), found.paragraph_start(position)
    line = found.page.text[start:stop].strip()
    named = [b for b in found.body_index.within(start, stop) if b.text == line]
    return named[0] if named and line.endswith(_OF_SCHOOLS) else None
