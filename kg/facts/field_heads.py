"""Who heads a field of a company or of a ministry: 某某集团公共事务副总裁, 、餐饮总监."""

import re

from kg.facts.post_body import pronoun_at
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.title import Title

_LISTED_FIELD = re.compile("[、，](?P<field>[一-鿿]{2,6})\\Z")
_HEADS_FIELD = ("副总裁", "总裁", "总监", "总经理", "副总经理", "经理")
_FIELD = re.compile("(?:(?![的在由和与及是为、])[一-鿿]){2,8}")
_FIELD_WITH_BODY = 40  # characters

# 某市政府分管教育的副市长, 该校主持行政全面工作副校长
_IN_HAND = re.compile("(?:分管|协管|主管(?!单位|部门|机关)|主持|负责(?!同志|人|单位|部门))[^，。；、的]{1,12}的?\\Z")
_IN_HAND_FAR = 16  # characters


def before_charge(found: Found, start: int) -> int:
    """Where the body of a post at `start` ends, before what somebody has in hand there; `start` itself without that."""
    text = found.page.text
    m = _IN_HAND.search(text, max(0, start - _IN_HAND_FAR), start)
    return m.start() if m and (m.start() in found.bodies_ending or pronoun_at(found, m.start())) else start


def charged_body(found: Found, title: Title) -> Body | None:
    """The company or ministry of which somebody heads a field that stands before the title: 某某集团公共事务副总裁, 某国教育部高等教育国务秘书."""
    groups = ("Company", "EducationInstitution") if title.group == "company" else ("GovernmentBody", "Organization")
    if not title.text.endswith(_HEADS_FIELD if title.group == "company" else "国务秘书"):
        return None  # 澳大全球事务总监: a university has them too
    near = found.body_index.within(max(0, title.start - _FIELD_WITH_BODY), title.start)
    if not near or near[-1].group not in groups:
        return None
    return near[-1] if _FIELD.fullmatch(found.page.text, near[-1].end, title.start) else None


def charged(found: Found, title: Title) -> int:
    """Where the field begins that somebody heads in the company of the one before in a list: 、餐饮|总监; else the title's start."""
    if title.group != "company" or not title.text.endswith(_HEADS_FIELD):
        return title.start
    field = _LISTED_FIELD.search(found.page.text, max(0, title.start - 8), title.start)
    return (
        field.start("field") if field and found.last_person_before(title.start) <= field.start("field") else title.start
    )
