"""Colleges of a university and the university itself."""

import re

from kg.mentions.common_word import dictionary_cut
from kg.mentions.gazetteer import gazetteer

_WHOLE_COLLEGE = re.compile("职业|技师|师范学院|专科|高等|大学|独立|[一-鿿]{2}理工学院")
_JOINTS = frozenset("与和及")
_COLLEGE = re.compile("(.{2,16}?大学)[一-鿿]{1,14}(?:学院|学部|系|研究院)")


def is_of_field(name: str) -> bool:
    """Whether a college is named by its field alone, as those of a university are: 马克思主义学院, but not 某某职业技术学院."""
    field = name.removesuffix("学院")
    if field == name or _WHOLE_COLLEGE.search(name) or gazetteer().find(name):
        return False
    return len(field) == 1 or all(len(word) > 1 or word in _JOINTS for word, _ in dictionary_cut(field))  # 青|禾|工程


def university_of(name: str) -> str:
    """The university of a college, any other body as it is."""
    college = _COLLEGE.fullmatch(name)
    return college[1] if college else name
